import { blockAt, frontMatterOf, type Paper } from "../paper/paper.js";
import { spanOf } from "../paper/places.js";
import type { TextEdit } from "../text/edit.js";
import { shift } from "../text/span.js";
import { putEdits } from "./edits.js";

/**
 * Edits after which the paper's details explain these short forms, under `acronyms`; details are made where there are
 * none. `undefined` where they cannot be edited because they are broken.
 */
export function explainInDetailsEdits(
  paper: Paper,
  entries: Readonly<Record<string, string>>,
): readonly TextEdit[] | undefined {
  const frontMatter = frontMatterOf(paper);
  if (!frontMatter) return newDetails(paper, entries);
  const block = [blockAt(paper, 0), blockAt(paper, 1)].find((it) => it?.frontMatter === frontMatter);
  const body = block && spanOf(paper, { block, span: frontMatter.body });
  if (!block || !body) return undefined;
  const text = block.text.slice(frontMatter.body.start, frontMatter.body.end);
  return putEdits(text, ["acronyms"], entries)?.map((edit) => ({
    ...shift(edit, body.start),
    text: edit.text,
  }));
}

function newDetails(paper: Paper, entries: Readonly<Record<string, string>>): TextEdit[] | undefined {
  const top = blockAt(paper, 0)?.text ?? "";
  const eol = /\r?\n/.exec(top)?.[0] ?? "\n";
  // A byte order mark stays first.
  const start = top.startsWith("\uFEFF") ? 1 : 0;
  const lines = putEdits("", ["acronyms"], entries)?.map((it) => it.text.replaceAll("\n", eol));
  return lines && [{ start, end: start, text: `---${eol}${lines.join("")}---${eol}${eol}` }];
}
