// The page in a preview's pane. It shows what it is told, and tells what somebody does in it.

import { paperStyles } from "@board-papers/core/styles";
import type { FromPage, KeptState, ToPage } from "../src/preview/messages.js";
import { Findings } from "./findings.js";
import { isOpenedByEditor } from "./links.js";
import { PaperElements } from "./paper-elements.js";
import "./preview.css";
import { Scrolling } from "./scrolling.js";
import { change, nothing } from "./shown.js";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: KeptState): void;
  getState(): KeptState | undefined;
};

const vscode = acquireVsCodeApi();
const root = document.querySelector("main");
const notice = document.getElementById("notice");
if (root && notice) {
  // A sheet that is made here needs no permission of the page's policy, as a style in the page would.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paperStyles);
  document.adoptedStyleSheets.push(sheet);
  start(root, notice);
}

function start(root: HTMLElement, notice: HTMLElement): void {
  const tell = (message: FromPage): void => vscode.postMessage(message);
  const goTo = (line: number, character: number, takesFocus: boolean): void =>
    tell({ kind: "goTo", line, character, takesFocus });
  const paper = new PaperElements(root);
  const scrolling = new Scrolling(root, paper, (line) => {
    keep();
    tell({ kind: "scrolled", line });
  });
  const findings = new Findings(paper, goTo);
  let shown = nothing;
  let uri = "";

  window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
    if (data.kind === "scroll") scrolling.to(data.line);
    else if (data.kind === "nothing") showNothing(data.sentence);
    else show(data);
    keep();
  });
  root.addEventListener("click", (event) => click(event, false));
  root.addEventListener("dblclick", (event) => click(event, true));
  tell({ kind: "ready" });

  function show({ changes, uri: address, line }: Extract<ToPage, { kind: "show" }>): void {
    const next = change(shown, changes);
    if (!next) {
      shown = nothing;
      tell({ kind: "ready" });
      return;
    }
    notice.hidden = true;
    [shown, uri] = [next, address];
    scrolling.around(() => paper.show(next));
    findings.update();
    if (line !== undefined) scrolling.to(line);
  }

  function showNothing(sentence: string): void {
    shown = nothing;
    paper.show(nothing);
    findings.update();
    notice.textContent = sentence;
    notice.hidden = false;
  }

  function keep(): void {
    if (uri !== "") vscode.setState({ uri, line: scrolling.line });
  }

  /** A click on a link follows it, any other shows the place in the source; a second one goes there. */
  function click(event: MouseEvent, isSecond: boolean): void {
    if (!(event.target instanceof Element)) return;
    const href = event.target.closest("a[href]")?.getAttribute("href") ?? undefined;
    const placed = paper.blockAround(event.target);
    // VS Code opens this address as it stands. One that an extension hands over it decodes, and may open another.
    if (href !== undefined && isOpenedByEditor(href)) return;
    if (href !== undefined) {
      event.preventDefault();
      // The editor would try to follow it, too.
      event.stopPropagation();
      const target = targetOf(href);
      // A paragraph's own number leads nowhere else, so it is a place like any other.
      if (!target || !placed?.element.contains(target)) {
        if (!isSecond) follow(href, target);
        return;
      }
    }
    // A click on a link leaves what is selected elsewhere.
    const isSelecting = href === undefined && getSelection()?.isCollapsed === false;
    if (event.button !== 0 || (isSelecting && !isSecond)) return;
    if (!isSecond && findings.openAt(event.target)) return;
    if (placed) goTo(scrolling.lineIn(placed, event.clientY), 0, isSecond);
  }

  function follow(href: string, target: Element | undefined): void {
    if (href.startsWith("#")) target?.scrollIntoView({ block: "start", behavior: "instant" });
    else tell({ kind: "open", href });
  }

  /** The element of the paper that a link leads to. */
  function targetOf(href: string): Element | undefined {
    if (!href.startsWith("#")) return undefined;
    const target = document.getElementById(href.slice(1)) ?? document.getElementById(decoded(href.slice(1)));
    return target && root.contains(target) ? target : undefined;
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
