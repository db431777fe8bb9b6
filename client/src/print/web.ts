// A page cannot have the browser that it runs in print into a file; its user can.

import type { Printer } from "./printer.js";

export const print: Printer = async () => ({
  kind: "failed",
  sentence: "VS Code in a browser cannot make a PDF.",
});
