// The formats of `figures`.

import type { LedgerCounts } from "@board-papers/core";
import type { Output } from "../io.js";
import type { PaperRecord } from "./record.js";
import { stylish } from "./stylish.js";

/** Writes the figures of papers as these are read. */
export interface FiguresWriter {
  readonly paper: (record: PaperRecord) => void;
  readonly end: (papers: number, sum: LedgerCounts) => void;
}

/** The formats by name. */
export const figureFormats = { stylish, json, ndjson } satisfies Record<
  string,
  (stdout: Output) => FiguresWriter
>;

/** One array of papers. */
function json(stdout: Output): FiguresWriter {
  let written = false;
  return {
    paper: (record) => {
      stdout.write(`${written ? ",\n" : "[\n"}  ${JSON.stringify(record)}`);
      written = true;
    },
    end: () => stdout.write(written ? "\n]\n" : "[]\n"),
  };
}

/** One paper a line. */
function ndjson(stdout: Output): FiguresWriter {
  return { paper: (record) => stdout.write(`${JSON.stringify(record)}\n`), end: () => {} };
}
