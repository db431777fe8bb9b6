// What the page has beside the paper: its style and its script, which are the same in all pages.

import { paperStyles } from "./styles.js";

/** The style of the page. */
export const pageStyles = `${paperStyles}
html { scroll-padding-block-start: 1rem; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body.paper { margin: 0; }
.skip { position: absolute; inset-inline-start: -100vw; padding: 0.5rem 1rem; background: var(--paper-background); }
.skip:focus { inset-inline-start: 0; z-index: 1; }
main { max-width: var(--paper-measure); margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.contents { border: 1px solid var(--paper-line); padding: 0.5rem 1rem; margin-block: 1.5rem; }
.contents h2 { font-size: 1.1rem; margin: 0.3rem 0; }
.contents ul { padding-inline-start: 1.2rem; margin: 0.3rem 0; }
.contents .numbers { display: flex; flex-wrap: wrap; list-style: none; padding: 0; gap: 0.25rem; }
.contents .numbers a { display: inline-block; min-width: 1.75rem; min-height: 1.5rem; padding: 0 0.25rem; text-align: center; }
.contents summary { padding: 0.25rem 0; }
.contents form { margin: 0.5rem 0; }
.contents input { font: inherit; width: 6rem; padding: 0.2rem 0.4rem; color: inherit; background: var(--paper-background); border: 1px solid var(--paper-line); }
.contents button { font: inherit; padding: 0.2rem 0.8rem; color: inherit; background: var(--paper-soft); border: 1px solid var(--paper-line); }
.scripted .paragraph .number { position: relative; }
.scripted .paragraph .number:is(:hover, :focus-visible)::after {
  content: "Copy link"; position: absolute; inset-block-end: 100%; inset-inline-start: 0; padding: 0 0.4rem; white-space: nowrap;
  font-size: 0.85rem; font-weight: 400; color: var(--paper-background); background: var(--paper-text);
}
#status:not(:empty) { position: fixed; inset-block-end: 1rem; inset-inline-start: 1rem; margin: 0; padding: 0.4rem 0.8rem; color: var(--paper-background); background: var(--paper-text); }
@media (min-width: 75rem) { main { max-width: 68rem; } .paper main > :is(p, ul, ol, h2, h3, .paragraph, .owned) { max-width: 52rem; } }
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; } }
@media print { .skip, .contents, #status { display: none !important; } main { max-width: none; padding: 0; } }
`;

/** The page's script: goes to a paragraph by its number, and copies the link to one. All works without it, too. */
export const pageScript = `"use strict";
(() => {
  const status = document.getElementById("status");
  const form = document.getElementById("go");
  const say = (text) => { status.textContent = text; clearTimeout(say.timer); say.timer = setTimeout(() => { status.textContent = ""; }, 6000); };
  document.documentElement.classList.add("scripted");
  if (form) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const number = form.elements.number.value.trim().replace(/[.)]+$/, "");
      const paragraph = document.getElementById("paragraph-" + number);
      if (!paragraph) return say("There is no paragraph " + number + ".");
      location.hash = paragraph.id;
      paragraph.querySelector(".number").focus();
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(".paragraph .number[href]");
    if (!link || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(
      () => say("The link to paragraph " + link.textContent.replace(/[.)]+$/, "") + " is copied."),
      () => say("The link is in the address bar."),
    );
  });
})();
`;

/** The hashes by which a page's content policy knows its style and its script; a test computes them. */
export const pageHashes = {
  style: "sha256-Ln9SG2kN72VulF+ijjKQJLP95dH5SrVrkmNoROVu7qg=",
  script: "sha256-09kNqN7raROwtnf2jwfH5Cf+MigXeEI4pG42JWhgmeE=",
} as const;
