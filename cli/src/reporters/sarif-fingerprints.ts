import { createHash } from "node:crypto";
import type { Finding } from "@board-papers/core";

/**
 * What tells the findings of one paper apart from one run to the next. A fingerprint is made of the rule and the
 * words that stand there, and not of the line or the paragraph's number, so that it outlives what is written above.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** The fingerprint of the paper's next finding: 32 hexadecimal digits. */
  of({ rule, at: { block, span } }: Finding): string {
    const line = lineAt(block.text, span.start).replace(/^[\s\-*]*\d+[.)][\s*]*/, "");
    const place = block.text.slice(span.start, span.end);
    const words = [rule, line, /^\W*\d+\W*$/.test(place) ? "" : place].map((it) =>
      it.replace(/\s+/g, " ").trim(),
    );
    const key = JSON.stringify(words);
    // The same words in several places are told apart by their order.
    const count = this.#seen.get(key) ?? 0;
    this.#seen.set(key, count + 1);
    return createHash("sha256")
      .update(JSON.stringify([...words, count]))
      .digest("hex")
      .slice(0, 32);
  }
}

function lineAt(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
}
