// "Three themes:" and the bullets behind it, counted.

import type { Block } from "../paper/block.js";
import type { Neighbours } from "../paper/neighbours.js";
import { spanIn } from "../paper/passages.js";
import type { Place } from "../paper/places.js";
import { quantitiesOf } from "../paper/quantities.js";
import { type Lead, leadsOf } from "./list-leads.js";

/** A number of things that a list follows, and how many bullets it has. */
export interface ListCount {
  readonly at: Place;
  /** The number and the noun, as written: `three themes`. */
  readonly words: string;
  readonly items: readonly Place[];
}

/** Nouns of which lists are made. */
const listed =
  "(?:themes?|areas?|objectives?|priorit(?:y|ies)|challenges?|strands?|aims?|principles?|pillars?|things?|ways?|reasons?|factors?|questions?|options?|points?|actions?|recommendations?|issues?|projects?|schemes?|lots?|types?|categor(?:y|ies)|groups?|stages?|phases?|steps?|elements?|parts?|sections?|components?|outcomes?|goals?|work ?streams?|measures?|risks?|benefits?|conditions?|criteria|initiatives?|topics?|functions?|roles?|duties|commitments?|pledges?|pathways?|proposals?|purposes?|activities|decisions?|matters|aspects?|findings|lessons|changes|tasks|deliverables|workshops|sessions|organisations|partners|providers)";
/** The number, at most three words, the noun, and few words up to the colon. */
const direct = new RegExp(
  `^(?: (?!of |or |and |per |more |other )[\\w'’&-]{1,20}){0,3}[ -]['‘"“]?(?<noun>${listed})['’"”]?(?<rest>(?: (?!of which|includ|such)[\\w'’-]{1,20}){0,8})\\s*:\\s*$`,
  "i",
);
const notAll =
  /\b(?:first|last|other|remaining|next|these|those|at least|over|up to|some|more|of|than|or)\s$/i;

/** The lists of a block that have more or fewer bullets than the words right before them say. */
export function miscounts(block: Block, beside: Neighbours): ListCount[] {
  return leadsOf(block, beside).flatMap(miscount);
}

function miscount({ block, passage, items }: Lead): ListCount[] {
  const { text } = passage;
  const start = ([...text.matchAll(/[.!?]\s/g)].at(-1)?.index ?? -2) + 2;
  const counted = quantitiesOf(passage).filter((it) => it.span.start >= start);
  const [count, ...more] = counted;
  if (!count || more.length > 0 || count.hedge !== "exactly" || count.figure.unit !== "") return [];
  const said = Number(count.figure.value);
  const found = direct.exec(text.slice(count.span.end));
  if (!found || notAll.test(text.slice(start, count.span.start))) return [];
  if (said < 2 || said > 20 || items.length < 2 || said === items.length) return [];
  const end = count.span.end + found[0].length - (found.groups?.rest ?? "").length;
  const words = text.slice(count.span.start, end).replace(/[\s:]+$/, "");
  return [
    {
      at: { block, span: spanIn(passage, count.span.start, count.span.end) },
      words,
      items: items.map((it) => ({ block: it.block, span: spanIn(it.passage, 0, it.passage.text.length) })),
    },
  ];
}
