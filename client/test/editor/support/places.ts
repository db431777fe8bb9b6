import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = join(fileURLToPath(import.meta.url), "../../../../..");

/** Where the bundled suites are, by host; they have to lie in the extension's folder. */
export const suites = {
  node: join(root, "dist/test/suite.node.js"),
  web: join(root, "dist/test/suite.web.js"),
} as const;

/** The extension's package as the tests made it. */
export const vsix = join(root, "dist/test/board-papers.vsix");

/** Where screenshots and logs of failures are kept. */
export const failures = join(root, "dist/test/failures");
