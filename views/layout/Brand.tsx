/** The mark: a page with an ear folded in. Its colours follow the theme, so it is drawn in place. */
export const Brand = ({ href, name, label }: { href: string; name: string; label: string }) => (
  <a class="brand" href={href} title={label}>
    <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        class="brand-page"
        d="M5.5 2H13v5.5A2.5 2.5 0 0 0 15.5 10H20v10.5A1.5 1.5 0 0 1 18.5 22h-13A1.5 1.5 0 0 1 4 20.5v-17A1.5 1.5 0 0 1 5.5 2Z"
      />
      <path class="brand-ear" d="M14.5 2.4 19.6 7.8a.7.7 0 0 1-.5 1.2H15.5a1 1 0 0 1-1-1Z" />
    </svg>
    <span class="brand-name">{name}</span>
    <span class="visually-hidden">, {label}</span>
  </a>
);
