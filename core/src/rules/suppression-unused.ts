import { nearest } from "../lint/nearest.js";
import {
  defineRule,
  type Fix,
  type NamedVerdict,
  type Problem,
  replace,
  type Suppression,
} from "../lint/rule.js";
import type { Block } from "../paper/block.js";
import type { Directive } from "../paper/directives.js";
import { isBlankLine, lineEnd, nextLine } from "../text/lines.js";
import type { Span } from "../text/span.js";

export default defineRule({
  id: "suppression-unused",
  summary: "A comment that keeps findings as they are has findings to keep, and names rules that there are.",
  why: "A comment that is no longer needed, or whose rule is misspelt, looks as if somebody had checked what stands there. It would also hide the next mistake in that place.",
  severity: "info",
  scope: "suppression",
  options: {},
  fix: "Removes the comment, or the name of the rule that is not needed, or writes the name of the rule that was meant.",
  examples: [
    {
      bad: "<!-- board-paper-disable-next-line table-total -- The force rounds its figures. -->\n| Area | Cost |\n| --- | --: |\n| North | £10.20 |\n| South | £12.30 |\n| Total | £22.50 |\n",
      good: "<!-- board-paper-disable-next-line table-total -- The force rounds its figures. -->\n| Area | Cost |\n| --- | --: |\n| North | £10.20 |\n| South | £12.30 |\n| Total | £22.51 |\n",
    },
    {
      bad: "<!-- board-paper-disable-next-line heading-levels -->\n#### Costs\n",
      good: "<!-- board-paper-disable-next-line heading-level -->\n#### Costs\n",
    },
  ],

  *check(suppression) {
    const { block, directive, named, ruleIds } = suppression;
    const idle = named.filter((it) => it.verdict !== "needed");
    if (named.every((it) => it.verdict === "unneeded")) {
      yield {
        at: { block, span: directive.span },
        message: sayUnneeded(directive),
        fixes: [removeComment(block, directive)],
      };
      return;
    }
    for (const it of idle) {
      const near = nearest(it.name, ruleIds);
      yield sayName(it, near, suppression);
      // Behind a word that no rule is like, the others may be the rest of a reason.
      if (it.verdict === "unknown" && near === undefined) return;
    }
  },
});

/** Says of a comment that it is not needed at all. */
function sayUnneeded({ kind, rules }: Directive): string {
  const names = rules.map((it) => it.name);
  if (kind === "enable") {
    const what = names.length === 0 ? "" : ` of ${listed(names, "or")}`;
    return `There is no board-paper-disable${what} above that this could end.`;
  }
  const nothing =
    names.length === 0
      ? "Nothing is found"
      : `${listed(names, "and")} ${names.length === 1 ? "finds" : "find"} nothing`;
  return `${nothing} ${extents[kind]}, so this comment is not needed.`;
}

const extents = {
  disable: "from here on",
  "disable-next-line": "in the lines below",
  "disable-file": "in this paper",
} as const;

function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${and} ${last}`;
}

function sayName(it: NamedVerdict, near: string | undefined, { block, directive }: Suppression): Problem {
  const at = { block, span: it.span };
  const [only, ...others] = directive.rules;
  const removal =
    only === undefined || others.length === 0
      ? removeComment(block, directive)
      : removeName(it, block, directive);
  if (it.verdict === "unknown" && near !== undefined) {
    const message = `There is no rule "${it.name}". Did you mean ${near}?`;
    return { at, message, fixes: [replace(at, near, `Write ${near}`), removal] };
  }
  if (it.verdict === "unknown" && it.span.start !== only?.span.start) {
    const before = { block, span: { start: it.span.start, end: it.span.start } };
    const message = `There is no rule "${it.name}". If the reason starts here, put two dashes before it.`;
    return { at, message, fixes: [replace(before, "-- ", "Put -- before it"), removal] };
  }
  if (it.verdict === "unknown") return { at, message: `There is no rule "${it.name}".`, fixes: [removal] };
  const message =
    directive.kind === "enable"
      ? `There is no board-paper-disable of ${it.name} above that this could end.`
      : `${it.name} finds nothing ${extents[directive.kind]}, so it need not be named here.`;
  return { at, message, fixes: [removal] };
}

/** Takes out one of several names, with what parts it from the next. */
function removeName({ name, span }: NamedVerdict, block: Block, { rules }: Directive): Fix {
  const at = rules.findIndex((it) => it.span.start === span.start);
  const next = rules[at + 1];
  const previous = rules[at - 1];
  const cut = next
    ? { start: span.start, end: next.span.start }
    : { start: previous?.span.end ?? span.start, end: span.end };
  return replace({ block, span: cut }, "", `Take ${name} out of the comment`);
}

/** Takes out a comment, and its line where nothing else stands on it. What stood on either side stays apart. */
function removeComment(block: Block, { span }: Directive): Fix {
  return replace({ block, span: commentCut(block.text, span) }, "", "Remove the comment");
}

function commentCut(text: string, { start, end }: Span): Span {
  let lineStart = start;
  while (lineStart > 0 && " \t>".includes(text.charAt(lineStart - 1))) lineStart--;
  const alone = lineStart === 0 || "\r\n".includes(text.charAt(lineStart - 1));
  if (!alone || !isBlankLine(text, end)) return inlineCut(text, { start, end });
  const before = text.slice(lineStart, start);
  const next = nextLine(text, end);
  const above = text.slice(0, lineStart);
  const blankAbove = lineStart === 0 || /(?:^|[\r\n])[ \t>]*(?:\r\n|\r|\n)$/.test(above.slice(-80));
  if (blankAbove) return { start: lineStart, end: skipOneBlank(text, next) };
  const blankBelow = next >= text.length || isBlankLine(text, next);
  const begins = /^[ \t>]*(?:[-+*]|1[.)]|#{1,6})[ \t]/.test(text.slice(next, next + 80));
  if (blankBelow || begins) return { start: lineStart, end: next };
  return { start: before.includes(">") ? start : lineStart, end: lineEnd(text, end) };
}

/** The comment of a line with words on it, and the space that would be one too many. */
function inlineCut(text: string, { start, end }: Span): Span {
  const spaces = /[ \t]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const wide = end >= text.length || /\s/.test(text.charAt(end));
  return { start: wide ? start - spaces : start, end };
}

function skipOneBlank(text: string, from: number): number {
  return from < text.length && isBlankLine(text, from) ? nextLine(text, from) : from;
}
