// The part of a sentence that a stated change belongs to, and what it names.

import type { Span } from "../../text/span.js";
import { stemsOf } from "./label-words.js";
import { timeOf } from "./pairs.js";
import type { OpenChange } from "./prose-claims.js";
import { frameOf, type Scope, scopeOf } from "./scope.js";

/** What a clause says beside its change. */
export interface Clause extends Scope {
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
}

/** What leads over to another clause; "however" between commas leads nowhere. */
const boundary = /;|,? \b(?:but|however(?!,)|while|whilst|whereas|although|though)\b,?|: /gi;
const ofAll =
  /\b(?:across|in|for|at) (?:all|every|each)\b|\ball (?:\w+ )?(?:categories|types|areas|groups|districts|boroughs|forces|teams|measures|sites|wards)\b/i;
/** The clause of a change. */
export function clauseOf(open: OpenChange): Clause {
  const { change, sentence } = open;
  const { words, marks } = sentence;
  const cuts = [...words.matchAll(boundary)];
  const start = cuts.findLast((it) => it.index + it[0].length <= change.span.start);
  const end = cuts.find((it) => it.index >= change.span.end);
  const clause = words.slice(start ? start.index + start[0].length : 0, end?.index);
  const own = clause.trim();
  const stretch = { start: start ? start.index + start[0].length : 0, end: end?.index ?? words.length };
  const { base, target } = sidesOf(own);
  const around = marks.flatMap((it) => (it.letter === "d" ? (timeOf(it.text) ?? []) : []));
  return {
    words: own,
    stems: stemsOf(own),
    subject: stemsOf(subjectOf(open, own)),
    base,
    target,
    times: [...new Set(timesOfChange(open, stretch))],
    timesAround: [...new Set(around)],
    names: [...own.matchAll(/(?<=[a-z,⟧] )\p{Lu}[\p{L}’'&-]+/gu)].map((it) => it[0]),
    isOfAll: ofAll.test(own),
    isSince: /\bsince (?:\w+ ){0,2}⟦d/i.test(own),
    ...scopeOf(open, own, ofAll),
  };
}

/** The periods that a change is said of, of those in its clause; else those that its sentence begins with. */
function timesOfChange({ change, sentence }: OpenChange, clause: Span): number[] {
  const { words, marks } = sentence;
  const timesAt = (from: number, to: number): { readonly at: number; readonly time: number }[] =>
    [...words.slice(from, to).matchAll(/⟦d(\d+)⟧/g)].flatMap(({ index, 1: number }) => {
      const time = timeOf(marks[Number(number)]?.text ?? "");
      return time === undefined ? [] : [{ at: from + index, time }];
    });
  const all = timesAt(clause.start, clause.end);
  const own = all.filter(({ at }) => isOwnTime(at, change.span, words.slice(0, clause.end), clause.start));
  const chosen = own.length > 0 ? own : all.filter(({ at }) => at >= change.span.end);
  const ahead = all.length === 0 ? timesAt(0, frameOf(sentence).length) : [];
  return [...chosen, ...ahead].map((it) => it.time);
}

/** Whether a period goes with a change, and not with another one beside it: "up 30% in 2018/19, and fell by 19%". */
function isOwnTime(at: number, change: Span, words: string, from: number): boolean {
  const others = [...words.matchAll(/⟦[ptsx]/g)]
    .map((it) => it.index)
    .filter((it) => it >= from && (it < change.start || it >= change.end));
  if (at >= change.end) return !others.some((it) => it >= change.end && it < at);
  const before = others.findLast((it) => it < at);
  if (before === undefined) return true;
  const leads = /[,;]|\band\b/;
  return (
    !others.some((it) => it > at && it < change.start) &&
    (leads.test(words.slice(before, at)) || !leads.test(words.slice(at, change.start)))
  );
}

/** The words that say what changes: behind the noun of change, inside its phrase, or before its verb. */
function subjectOf({ change, sentence: { words } }: OpenChange, clause: string): string {
  const { start, end } = change.span;
  const behind =
    /^ (?:in|of|for) (?<subject>[^,;.()⟦⟧]{1,80}?)(?=[,;.(]|$| (?:compared|between|since|from|when|than|as|and|which|over|against|by)\b| (?:in|during|over|at|for|on) (?:the )?⟦d)/.exec(
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
