// The part of a sentence that a stated change belongs to, and what it names.

import { numberWords } from "../../paper/quantity-words.js";
import { stemsOf } from "./label-words.js";
import { timeOf } from "./pairs.js";
import type { OpenChange } from "./prose-claims.js";
import type { Mark } from "./sentence.js";

/** What a clause says beside its change. */
export interface Clause {
  readonly words: string;
  readonly stems: ReadonlySet<string>;
  /** Those of what the change is said of: `reoffending` in "a reduction in reoffending of 77%"; none where it is not told. */
  readonly subject: ReadonlySet<string>;
  /** What the change is measured from: the words behind "compared with", "than", "between". */
  readonly base: string;
  /** The other words. */
  readonly target: string;
  /** The periods that it names, in months. */
  readonly times: readonly number[];
  /** Those of the whole passage. */
  readonly timesAround: readonly number[];
  /** Names in capitals inside it. */
  readonly names: readonly string[];
  /** Whether it is said of every line: "across all categories". */
  readonly isOfAll: boolean;
  /** Whether it runs from the period that it names: "since 2016". */
  readonly isSince: boolean;
  /** Whether it is said of a part of what a table shows. */
  readonly isRestricted: boolean;
  /** Whether it tells what others found, or what is yet to come. */
  readonly isQuoted: boolean;
}

const boundary = /;|,? \b(?:but|however|while|whilst|whereas|although|though)\b,?|: /gi;
const ofAll =
  /\b(?:across|in|for|at) (?:all|every|each)\b|\ball (?:\w+ )?(?:categories|types|areas|groups|districts|boroughs|forces|teams|measures|sites|wards)\b/i;
const restricted =
  /\b(?:among|amongst|aged|excluding|except|other than|apart from|only|women|men|females?|males?|girls|boys|young|older|under|first[- ]time|nationally|national|regional|elsewhere|some|most|several|many|certain|one of|half of|to date|so far|part[- ]year|first half|second half|quarter|monthly|daily|per head|on average|a year|each year|annually|per annum|like[- ]for[- ]like|respectively|particularly|in particular)\b/i;
const quoted =
  /["“”]|\b(?:study|studies|research|evaluation by|found that|survey|inspection|national(?:ly)?|predict\w*|forecast\w*|project(?:ed|ion)s?|target\w*|aim\w*|expect\w*|anticipat\w*|estimat\w*|plan(?:s|ned) to|according to|mirror)\b/i;
const modal = /\b(?:will|would|could|may|might|should|can)\b[^⟦⟧,;.]{0,24}$|\bto $/i;

/** The clause of a change. */
export function clauseOf(open: OpenChange): Clause {
  const { change, sentence, passage } = open;
  const { words, marks } = sentence;
  const cuts = [...words.matchAll(boundary)];
  const start = cuts.findLast((it) => it.index + it[0].length <= change.span.start);
  const end = cuts.find((it) => it.index >= change.span.end);
  const clause = words.slice(start ? start.index + start[0].length : 0, end?.index);
  const own = clause.trim();
  const timesIn = (text: string): number[] =>
    [...text.matchAll(/⟦d(\d+)⟧/g)].flatMap((it) => timeOf(marks[Number(it[1])]?.text ?? "") ?? []);
  const { base, target } = sidesOf(own);
  const around = marks.flatMap((it) => (it.letter === "d" ? (timeOf(it.text) ?? []) : []));
  return {
    words: own,
    stems: stemsOf(own),
    subject: stemsOf(subjectOf(open, own)),
    base,
    target,
    times: [...new Set(timesIn(own))],
    timesAround: [...new Set(around)],
    names: [...own.matchAll(/(?<=[a-z,⟧] )\p{Lu}[\p{L}’'&-]+/gu)].map((it) => it[0]),
    isOfAll: ofAll.test(own),
    isSince: /\bsince (?:\w+ ){0,2}⟦d/i.test(own),
    isRestricted: restricted.test(own.replace(ofAll, "")) || saysSpan(own, marks),
    isQuoted:
      quoted.test(words) ||
      modal.test(words.slice(Math.max(0, change.span.start - 60), change.span.start)) ||
      /["“”]/.test(passage.text.slice(0, 1)),
  };
}

/** "A three year period". */
const attributive = new RegExp(`\\b(?:\\d{1,3}|${numberWords}) (?:day|week|month|quarter|year) [a-z]`, "i");

/** Whether a clause tells a length of time, "over five years", which may not be that between the periods of a table. */
function saysSpan(clause: string, marks: readonly Mark[]): boolean {
  return (
    [...clause.matchAll(/⟦[nrx](\d+)⟧/g)].some(({ 1: at }) => {
      const { quantity } = marks[Number(at)] ?? {};
      return /^(?:years?|months?|weeks?|days?|quarters?|decades?)\b/.test(
        `${quantity?.figure.unit} ${quantity?.noun}`.trim(),
      );
    }) ||
    /\bdecades?\b|-(?:year|month|week)\b/.test(clause) ||
    attributive.test(clause)
  );
}

/** The words that say what changes: behind the noun of change, inside its phrase, or before its verb. */
function subjectOf({ change, sentence: { words } }: OpenChange, clause: string): string {
  const { start, end } = change.span;
  const behind =
    /^ (?:in|of|for) (?<subject>[^,;.()⟦⟧]{1,80}?)(?=[,;.(]|$| (?:compared|between|since|from|when|than|as|and|which|over|against|by)\b)/.exec(
      words.slice(end),
    )?.groups?.subject;
  const before = change.isVerb || /^(?:up|down)$/.test(change.word) ? words.slice(0, start).slice(-120) : "";
  const own = before.slice(before.lastIndexOf(",") + 1);
  return `${words.slice(start, end)} ${behind ?? ""} ${clause.includes(own.trim()) ? own : ""}`;
}

/** What a change is measured from and what it is said of. */
function sidesOf(words: string): { base: string; target: string } {
  const between = /\bbetween (?<base>[^⟦⟧;.]{1,60}?) and (?<target>[^⟦⟧;.]{1,80})/i.exec(words)?.groups;
  if (between) return { base: between.base ?? "", target: between.target ?? "" };
  const compared =
    /\b(?:compared (?:to|with)|(?:in )?comparison (?:to|with)|relative to|than|against|as opposed to|below|above)\b/i.exec(
      words,
    );
  if (!compared) return { base: "", target: words };
  const behind = words.slice(compared.index + compared[0].length);
  // "Compared with the control group, completers were …"
  const comma = compared.index < 3 ? behind.indexOf(",") : -1;
  if (comma >= 0) return { base: behind.slice(0, comma), target: behind.slice(comma) };
  return { base: behind, target: words.slice(0, compared.index) };
}
