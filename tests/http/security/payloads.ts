/** What people, or files from elsewhere, could write so that a browser would run it. Each calls `ran(n)` if it gets its way. */

type Shape = (call: string) => string;

const SHAPES: Shape[] = [
  (js) => `<script>${js}</script>`,
  (js) => `</script><script>${js}</script>`,
  (js) => `<ScRiPt>${js}</sCrIpT>`,
  (js) => `<script src="data:text/javascript,${js}"></script>`,
  (js) => `"><script>${js}</script>`,
  (js) => `'><img src=x onerror=${js}>`,
  (js) => `<img src=x onerror="${js}">`,
  (js) => `<img/src/onerror=${js}>`,
  (js) => `<svg onload=${js}>`,
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<svg><animate onbegin=${js} attributeName=x dur=1s>`,
  (js) => `<math><mtext></mtext><img src onerror=${js}></math>`,
  (js) => `<details open ontoggle=${js}>x</details>`,
  (js) => `<input autofocus onfocus=${js}>`,
  (js) => `<video><source onerror="${js}"></video>`,
  (js) => `<body onload=${js}>`,
  (js) => `<iframe srcdoc="<script>parent.${js}</script>"></iframe>`,
  (js) => `<iframe src="javascript:parent.${js}"></iframe>`,
  (js) => `<object data="javascript:${js}"></object>`,
  (js) => `<embed src="javascript:${js}">`,
  (js) => `<a href="javascript:${js}" autofocus>x</a>`,
  (js) => `<form action="javascript:${js}"><button>x</button></form>`,
  (js) => `<meta http-equiv="refresh" content="0;url=javascript:${js}">`,
  (js) => `<base href="javascript:${js}//">`,
  (js) => `<link rel=stylesheet href="data:text/css,*{}" onload=${js}>`,
  (js) => `<style onload=${js}>*{color:red}</style>`,
  (js) => `<p style="animation:x" onanimationstart=${js}>x</p>`,
  (js) => `[x](javascript:${js})`,
  (js) => `[x](JaVaScRiPt:${js} "t")`,
  (js) => `![x](x"onerror="${js})`,
  (js) => `<javascript:${js}>`,
  (js) => `[x]: javascript:${js}\n\n[x]`,
  (js) => `<div hx-get="/" hx-trigger="load" hx-on::after-request="${js}">x</div>`,
  (js) => `<div hx-on:click="${js}" hx-trigger="load">x</div>`,
  (js) => `<div hx-vals="js:{x:${js}}" hx-get="/" hx-trigger="load">x</div>`,
  (js) => `<div data-hx-on-load="${js}" hx-on:load="${js}">x</div>`,
  (js) => `" onmouseover="${js}" autofocus onfocus="${js}" x="`,
  (js) => `' onmouseover='${js}' autofocus onfocus='${js}' x='`,
  (js) => `\`-${js}-\``,
  (js) => `\${${js}}`,
  (js) => `{{${js}}}`,
  (js) => `";${js};//`,
  (js) => `';${js};//`,
  (js) => `<!--><script>${js}</script>-->`,
  (js) => `<![CDATA[<script>${js}</script>]]>`,
  (js) => `<noscript><p title="</noscript><img src=x onerror=${js}>"></noscript>`,
  (js) => `<textarea></textarea><img src=x onerror=${js}>`,
  (js) => `</title><script>${js}</script>`,
  (js) => `&lt;script&gt;${js}&lt;/script&gt;`,
  (js) => `\u202e<script>${js}</script>`,
];

/** Each shape twice: plain, and after words, since readers of Markdown and of speakers look at where a line begins. */
export const PAYLOADS: readonly string[] = [...SHAPES, ...SHAPES].map((shape, n) => {
  const payload = shape(`ran(${n})`);
  return n < SHAPES.length ? payload : `MT ${payload}`;
});

/** The payloads, ten by ten: a study for each group keeps the tests short and still shows every payload everywhere. */
export const GROUPS: readonly (readonly string[])[] = Array.from({ length: 10 }, (_, n) =>
  PAYLOADS.filter((_payload, index) => index % 10 === n),
);
