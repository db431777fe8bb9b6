// Completions of short forms that the paper, its details or a glossary explains.

import { settle } from "../lint/settings.js";
import type { AcronymDefinition } from "../paper/acronyms.js";
import type { Chunk } from "../paper/chunk.js";
import { frontMatterOf } from "../paper/paper.js";
import { memo } from "../text/memo.js";
import { shorten } from "../text/shorten.js";
import type { Caret } from "./caret.js";
import type { Completion, CompletionSource, Completions } from "./completion.js";

const begunShort =
  /(?<![A-Za-z0-9_@#\\./&:-])(?=[a-z]{0,2}[A-Z][a-z]{0,2}[A-Z&])[A-Za-z][A-Za-z0-9&:]{1,15}$/;
const noteLength = 60;

/** The short forms that begin as the word in capitals does; `undefined` where there is none of two capitals or more. */
export function completeAcronym(
  caret: Caret,
  source: CompletionSource,
  asked: boolean,
): Completions | undefined {
  const begun = begunShort.exec(caret.before)?.[0];
  const rest = /^[A-Za-z0-9&]*/.exec(caret.after)?.[0] ?? "";
  if (begun === undefined || (!asked && rest !== "")) return undefined;
  const items = [...explained(source, begun.toUpperCase())].flatMap(([key, { name, words }]): Completion[] =>
    name === begun + rest
      ? []
      : [
          {
            kind: "acronym",
            label: name,
            note: shorten(words, noteLength),
            text: name,
            about: { kind: "acronym", name: key },
          },
        ],
  );
  items.sort((a, b) => (a.label < b.label ? -1 : 1));
  return {
    span: { start: caret.offset - begun.length, end: caret.offset + rest.length },
    items,
    more: false,
  };
}

interface Explained {
  readonly name: string;
  readonly words: string;
}

/** What is explained of short forms that begin so, by their keys: the paper's own words before the house's. */
function explained({ paper, settings }: CompletionSource, start: string): Map<string, Explained> {
  const found = new Map<string, Explained>();
  for (const chunk of paper.chunks) {
    for (const { key, name, expansion } of definitionsOf(chunk))
      if (key.startsWith(start) && !found.has(key)) found.set(key, { name, words: expansion });
  }
  for (const [key, words] of settle(settings, frontMatterOf(paper)).glossary)
    if (key.startsWith(start) && !found.has(key)) found.set(key, { name: key, words });
  return found;
}

/** All explanations of a chunk. */
const definitionsOf = memo((chunk: Chunk): readonly AcronymDefinition[] =>
  chunk.blocks.flatMap((block) => block.facts.definitions),
);
