// The style of a rendered paper, for the preview and the page alike. Whoever shows a paper may set the colours
// (`--paper-…`) to its own.

/** The stylesheet of rendered blocks. They stand in an element of the class `paper`. */
export const paperStyles = `
.paper {
  --paper-text: #1b1b1f; --paper-muted: #55555f; --paper-background: #ffffff; --paper-line: #8a8a94;
  --paper-soft: #f2f3f7; --paper-link: #0b4da2; --paper-error: #b3261e; --paper-warning: #7a4d00; --paper-info: #0b4da2;
  --paper-measure: 46rem; --paper-indent: 3.25rem;
  color: var(--paper-text); background: var(--paper-background);
  font: 1rem/1.55 system-ui, "Segoe UI", Arial, sans-serif; overflow-wrap: break-word;
}
@media (prefers-color-scheme: dark) {
  .paper {
    --paper-text: #e7e7ec; --paper-muted: #b4b4bf; --paper-background: #1a1b1f; --paper-line: #777783;
    --paper-soft: #26272d; --paper-link: #9cc3ff; --paper-error: #ff9f96; --paper-warning: #f3c16b; --paper-info: #9cc3ff;
  }
}
@media (prefers-contrast: more) {
  .paper { --paper-text: #000; --paper-muted: #000; --paper-background: #fff; --paper-line: #000; --paper-soft: #fff; --paper-link: #00307a; }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  .paper { --paper-text: #fff; --paper-muted: #fff; --paper-background: #000; --paper-line: #fff; --paper-soft: #000; --paper-link: #b9d6ff; }
}
.paper a { color: var(--paper-link); text-decoration: underline; text-underline-offset: 0.15em; }
.paper :focus-visible { outline: 3px solid var(--paper-link); outline-offset: 2px; }
.paper h1, .paper h2, .paper h3, .paper h4, .paper h5, .paper h6 { line-height: 1.25; margin: 1.6em 0 0.5em; }
.paper h1 { font-size: 1.9rem; } .paper h2 { font-size: 1.4rem; } .paper h3 { font-size: 1.15rem; }
.paper h4, .paper h5, .paper h6 { font-size: 1rem; }
.paper p, .paper ul, .paper ol, .paper pre, .paper blockquote { margin: 0.7em 0; }
.paper li > ul, .paper li > ol { margin: 0.2em 0; }
.paper .details { border-block: 2px solid var(--paper-line); padding: 0.75rem 0; margin-block-end: 1.5rem; }
.paper .details h1 { margin: 0.2em 0 0.5em; }
.paper .details .board { font-weight: 600; margin: 0; }
.paper .details dl { margin: 0; display: grid; gap: 0.25rem; }
.paper .details dl > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; column-gap: 1rem; }
.paper .details dt { font-weight: 600; } .paper .details dd { margin: 0; grid-column: 2; }
@media (max-width: 30rem) {
  .paper { --paper-indent: 2.5rem; }
  .paper .details dl > div { grid-template-columns: 8.5rem 1fr; }
}
.paper .paragraph, .paper .owned { padding-inline-start: var(--paper-indent); }
.paper .paragraph .number {
  display: inline-block; min-width: calc(var(--paper-indent) - 0.5ch); margin-inline-start: calc(-1 * var(--paper-indent));
  font-weight: 600; font-variant-numeric: tabular-nums; text-decoration: none; color: inherit;
}
.paper .paragraph .number:is(:hover, :focus-visible) { text-decoration: underline; }
.paper .paragraph:target, .paper .note:target { outline: 2px solid var(--paper-link); outline-offset: 0.25rem; }
.paper .paragraph li .number, .paper li .number { display: inline; min-width: 0; margin: 0; font-weight: inherit; }
.paper .typed { list-style: none; padding-inline-start: 0; }
.paper .typed > li { padding-inline-start: 2rem; text-indent: -2rem; } .paper .typed > li > * { text-indent: 0; }
.paper .typed > li > .number, .paper .typed > li > p:first-child > .number { display: inline-block; min-width: 1.75rem; text-indent: 0; }
.paper .typed > li > p:first-child { text-indent: -2rem; }
.paper .pair { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.5rem; border-inline-start: 4px solid var(--paper-line); padding-inline-start: 1rem; margin: 1rem 0; }
.paper .did { border-block-start: 1px solid var(--paper-line); }
@media (min-width: 75rem) {
  .paper .pair { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
  .paper .did { border-block-start: 0; border-inline-start: 1px solid var(--paper-line); padding-inline-start: 1.5rem; }
}
.paper .table { position: relative; margin: 1rem 0; }
.paper .table[tabindex] { overflow-x: auto; }
.paper .table:not([tabindex]) :is(th, td) { overflow-wrap: anywhere; }
.paper .table:not([tabindex]) :is(th, td).right { overflow-wrap: break-word; }
@media (max-width: 30rem) {
  .paper .table { overflow-x: auto; font-size: 0.9em; }
}
.paper table { border-collapse: collapse; min-width: min(100%, 24rem); font-variant-numeric: tabular-nums; }
.paper caption { text-align: start; font-weight: 600; padding: 0 0 0.4rem; }
.paper th, .paper td { border: 1px solid var(--paper-line); padding: 0.3rem 0.6rem; text-align: start; vertical-align: top; }
@media (max-width: 30rem) { .paper th, .paper td { padding-inline: 0.35rem; } }
.paper thead :is(th, td) { background: var(--paper-soft); vertical-align: bottom; }
.paper tbody th { font-weight: 500; }
.paper :is(th, td).right { text-align: end; } .paper :is(th, td).center { text-align: center; }
.paper tr.total :is(th, td) { font-weight: 700; border-block-start-width: 2px; }
.paper .sentence { margin: 0.4rem 0; font-weight: 600; }
.paper blockquote { border-inline-start: 3px solid var(--paper-line); margin-inline: 0; padding-inline-start: 1rem; }
.paper pre, .paper .unread { white-space: pre-wrap; overflow-wrap: anywhere; }
.paper pre { background: var(--paper-soft); padding: 0.75rem; }
.paper code { font-family: ui-monospace, Consolas, monospace; font-size: 0.95em; }
.paper img { max-width: 100%; height: auto; }
.paper .missing-picture { border: 1px dashed var(--paper-line); padding: 0.1rem 0.5rem; color: var(--paper-muted); }
.paper abbr[title] { text-decoration: underline dotted; text-underline-offset: 0.2em; cursor: help; }
.paper .notes { border-block-start: 1px solid var(--paper-line); margin-block-start: 2rem; font-size: 0.95rem; }
.paper .note .number { font-weight: 600; }
.paper mark { background: Mark; color: MarkText; }
.paper mark.finding { background: transparent; color: inherit; text-decoration: underline wavy; text-decoration-skip-ink: none; text-underline-offset: 0.25em; }
.paper .finding.error { text-decoration-color: var(--paper-error); }
.paper .finding.warning { text-decoration-color: var(--paper-warning); }
.paper .finding.info { text-decoration-color: var(--paper-info); }
.paper .finding-note::before { content: "\\25CF\\00A0"; font-size: 0.8em; }
.paper :is(.finding-note, .sentence).error { color: var(--paper-error); }
.paper :is(.finding-note, .sentence).warning { color: var(--paper-warning); }
.paper :is(.finding-note, .sentence).info { color: var(--paper-info); }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
@media (forced-colors: active) {
  .paper mark.finding { text-decoration-color: CanvasText; outline: 1px solid CanvasText; }
  .paper .pair { border-color: CanvasText; }
}
@media (prefers-reduced-motion: no-preference) { .paper { scroll-behavior: smooth; } }
@media print {
  .paper {
    --paper-text: #000; --paper-muted: #333; --paper-background: #fff; --paper-line: #555; --paper-soft: #eee; --paper-link: #000;
    font-size: 10.5pt;
  }
  .paper a { text-decoration: none; }
  .paper .back { display: none; }
  .paper h1, .paper h2, .paper h3, .paper h4, .paper h5, .paper h6, .paper caption { break-after: avoid; }
  .paper tr, .paper img, .paper .details { break-inside: avoid; }
  .paper p, .paper li { orphans: 3; widows: 3; }
  .paper .table { overflow: visible; }
  .paper thead { display: table-header-group; }
  .paper table { font-size: 9pt; }
}
`;
