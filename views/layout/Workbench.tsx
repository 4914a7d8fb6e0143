import type { Content } from '../ui/attributes.ts';
import { Icon } from '../ui/Icon.tsx';

type RailProps = { side: 'left' | 'right'; label: string; close: string; children?: Content };

const Rail = ({ side, label, close, children }: RailProps) => (
  <aside class={`rail rail-${side}`} id={`rail-${side}`} popover="auto" aria-label={label}>
    <button
      type="button"
      class="button button-quiet button-small rail-close"
      popovertarget={`rail-${side}`}
      popovertargetaction="hide"
    >
      <Icon name="close" />
      {close}
    </button>
    {children}
  </aside>
);

export type WorkbenchProps = {
  /** Names of the two rails, on their buttons below 1000 px and as landmarks. */
  leftLabel: string;
  rightLabel: string;
  close: string;
  left: Content;
  right: Content;
  status: Content;
  /** Beside the rails' buttons, above the text. */
  tools?: Content;
  /** One line below the text. */
  legend?: Content;
  children?: Content;
};

/**
 * Three panes under the header, for `<Page variant="workbench">`. Below 1000 px the rails are
 * sheets behind two buttons, by the browser's own popover, without script.
 */
export const Workbench = (props: WorkbenchProps) => (
  <div class="workbench">
    <div class="workbench-bar">
      <button type="button" class="button button-small rail-open" popovertarget="rail-left">
        {props.leftLabel}
      </button>
      <button type="button" class="button button-small rail-open" popovertarget="rail-right">
        {props.rightLabel}
      </button>
      {props.tools}
    </div>
    <Rail side="left" label={props.leftLabel} close={props.close}>
      {props.left}
    </Rail>
    <div class="workbench-text" id="text-pane">
      {props.children}
    </div>
    {/* The source seen whole, for the pointer: `src/client/minimap.ts`. */}
    <div class="minimap needs-script" id="minimap" aria-hidden="true" />
    <div class="workbench-legend">{props.legend}</div>
    <div class="workbench-status">{props.status}</div>
    <Rail side="right" label={props.rightLabel} close={props.close}>
      {props.right}
    </Rail>
  </div>
);
