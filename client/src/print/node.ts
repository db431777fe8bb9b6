// PDFs are printed by a browser of the computer that the extension runs on.

import { env, platform } from "node:process";
import { findBrowser, printPage } from "@board-papers/cli/pdf";
import type { Printer } from "./printer.js";

export const print: Printer = async (html) => {
  const browser = findBrowser({ env, platform });
  return browser.kind === "found"
    ? printPage(html, browser.path)
    : { kind: "failed", sentence: browser.sentence };
};
