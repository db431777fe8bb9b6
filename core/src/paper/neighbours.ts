import type { Block } from "./block.js";

/** The blocks beside one, comments left out; `undefined` at an end of the paper. */
export interface Neighbours {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
}
