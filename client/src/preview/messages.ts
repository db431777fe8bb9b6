// What the extension and the page in a preview's pane say to each other. Types only: the page imports them too.

import type { PreviewChanges } from "@board-papers/server/protocol";

/** What the page is told. Lines are those of the source, from 0, with the fraction that is above. */
export type ToPage =
  | {
      readonly kind: "show";
      /** The paper's address, by which the pane is restored. */
      readonly uri: string;
      readonly changes: PreviewChanges;
      /** The line to begin with, for a paper that was not shown before. */
      readonly line?: number;
    }
  | { readonly kind: "scroll"; readonly line: number }
  /** There is nothing to show, and why. */
  | { readonly kind: "nothing"; readonly sentence: string };

/** What the page tells. */
export type FromPage =
  /** It shows nothing, and takes messages; also after changes that do not follow what it shows. */
  | { readonly kind: "ready" }
  /** Somebody has scrolled it to a line. */
  | { readonly kind: "scrolled"; readonly line: number }
  /** Somebody wants to see a place of the source, or to go there. */
  | { readonly kind: "goTo"; readonly line: number; readonly character: number; readonly takesFocus: boolean }
  /** Somebody follows a link out of the paper that the editor does not open by itself. */
  | { readonly kind: "open"; readonly href: string };

/** What VS Code keeps of a pane while it is hidden, and over a restart. */
export interface KeptState {
  readonly uri: string;
  readonly line: number;
}
