// What the extension uses of the command line: the browser that prints PDFs.

export { type BrowserSearch, findBrowser, type Machine } from "./browsers.js";
export { type Print, printPage } from "./print.js";
