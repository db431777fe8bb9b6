// What the words of one block claim of the figures that stand beside the claims.

import type { Block } from "../../paper/block.js";
import type { Passage } from "../../paper/passages.js";
import { memo } from "../../text/memo.js";
import type { Change } from "./changes.js";
import type { Claim } from "./claim.js";
import { markedSentences, type Sentence } from "./sentence.js";
import { sharesIn } from "./shares.js";
import { statedIn } from "./stated.js";

/** A change whose figures are not in its own sentence. */
export interface OpenChange {
  readonly change: Change;
  readonly sentence: Sentence;
  readonly passage: Passage;
}

/** What is claimed in a block. */
export interface ProseClaims {
  readonly claims: readonly Claim[];
  readonly open: readonly OpenChange[];
}

/** What every claim has some of; most paragraphs have none, and are read no further. */
const mayClaim =
  /%|per ?cent|\dpps?\b|points?\b|doubl|halv|hal[fv]|treb|tripl|quadrupl|twice|fold\b|third|quarter|fifth|tenth|one in |1 in |from [^.;]{0,60}\d|(?:increase|rise|fall|reduction|decrease|difference|underspend|overspend|up|down|by) (?:of |by )?£?\d|\d[kmb]?n? (?:[a-z]{1,20} ){0,2}(?:more|fewer|less|higher|lower) than /i;

const nothing: ProseClaims = { claims: [], open: [] };

/** The claims of a block's words: those that its sentences settle, and those that need a table. */
export const proseClaims = memo((block: Block): ProseClaims => {
  const { passages } = block.facts;
  if (passages.length === 0) return nothing;
  const claims: Claim[] = [];
  const open: OpenChange[] = [];
  for (const passage of passages) {
    if (!mayClaim.test(passage.text)) continue;
    for (const sentence of markedSentences(passage)) {
      const shares = sharesIn(sentence, block);
      const stated = statedIn(sentence, block);
      const isShare = (it: Claim): boolean =>
        shares.some((share) => share.result.figure === it.result.figure);
      claims.push(
        ...shares.filter(
          (it) => !stated.claims.some((other) => other.holds && other.result.figure === it.result.figure),
        ),
      );
      claims.push(...stated.claims.filter((it) => it.holds || !isShare(it)));
      open.push(
        ...stated.open
          .filter((it) => !shares.some((share) => share.result.figure === it.amount.quantity?.figure))
          .map((change) => ({ change, sentence, passage })),
      );
    }
  }
  return claims.length + open.length === 0 ? nothing : { claims, open };
});
