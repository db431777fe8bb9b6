// Lists of bullets with one figure each, and the figures of the words that introduce them.

import { findNonQuantities } from "../paper/non-quantities.js";
import { type Quantity, quantitiesOf } from "../paper/quantities.js";
import type { Lead, LeadItem } from "./list-leads.js";
import { type FigureList, isSummand, type ListFigure, listFigure, totalWords } from "./list-parts.js";

/** Words of an introduction by which the bullets are a choice, or no parts of a whole. */
const someOnly =
  /\b(?:includ\w+|such as|for (?:example|instance)|examples?|some of|main(?:ly)?|most(?:ly)?|among(?:st)?|of (?:which|whom|these|those)|up to|per|each|every|averag\w+|targets?|top|highlights?|notabl\w+|compar\w+|previous\w*|additional\w*|also|further|rang\w+|rates?|changes?|increas\w+|decreas\w+|reduc\w+)\b|\be\.g\./i;
/** Words of a bullet by which its figure is no amount of the whole. */
const noAmount =
  /\b(?:per|each|every|averag\w+|rates?|ratio|up to|at least|targets?|of which|of whom|increas\w+|decreas\w+|reduc\w+|compar\w+|from \d|than|minus|offset\w*|net of|deduct\w*)\b|^\W*less\b|%/i;
/** Words around bullets by which these overlap, or something comes off them. */
const overlaps =
  /\bmore than one\b|\boverlap|\boffset|\bnet of\b|\bmultiple\b|\bseveral\b|\bcounted (?:once|twice)\b|\b(?:two|2) or more\b|\bmutually\b/i;
/** `Total: 12`, `Total – 12`. */
const totalItem = /^\W*(?:(?:grand|overall) )?totals?\b/i;

/** The list of figures that a lead's bullets are; nothing where one has none, or several of which none stands out. */
export function bulletList(lead: Lead): FigureList | undefined {
  const { block, passage, items } = lead;
  if (items.length < 2 || overlaps.test(passage.text) || overlaps.test(lead.behind)) return undefined;
  const figures: ListFigure[] = [];
  for (const item of items) {
    const figure = itemFigure(item);
    if (!figure) return undefined;
    figures.push(figure);
  }
  const unit = figures[0]?.figure.unit;
  if (figures.some((it) => it.figure.unit !== unit || it.hedge !== "exactly")) return undefined;
  const told = figures.filter((it) => totalItem.test(it.label));
  const parts = figures.filter((it) => !told.includes(it));
  if (told.length > 1 || parts.length < 2) return undefined;
  const isByPeriod = parts.some((it) => findNonQuantities(it.label).some(({ kind }) => kind === "period"));
  const plain = { parts, isClosed: true, isByPeriod };
  if (told.length === 1) return { ...plain, totals: told, isSaid: true, isApart: false };
  const start = leadStart(passage.text);
  if (someOnly.test(passage.text.slice(start))) return undefined;
  const before = quantitiesOf(passage).filter(isSummand);
  const near = before.filter((it) => it.span.start >= start);
  const totals = (near.some((it) => it.figure.unit === unit) ? near : before).map((it) =>
    listFigure(block, passage, it, ""),
  );
  return { ...plain, totals, isSaid: totalWords.test(passage.text.slice(start)), isApart: near.length === 0 };
}

/** Where the sentence begins that ends in the colon. */
function leadStart(text: string): number {
  return ([...text.matchAll(/[.!?]\s/g)].at(-1)?.index ?? -2) + 2;
}

/** The figure of a bullet: the only one, or the one that its words lead up to or begin with. */
function itemFigure({ block, passage, hasMore }: LeadItem): ListFigure | undefined {
  const { text } = passage;
  if (hasMore || text.length > 300 || noAmount.test(text)) return undefined;
  const own = quantitiesOf(passage);
  const found = own.length === 1 ? own[0] : own.find((it) => standsOut(it, text));
  if (!found || !isSummand(found)) return undefined;
  const label = `${text.slice(0, found.span.start)} ${text.slice(found.span.end)}`.trim();
  return standsOut(found, text) ? listFigure(block, passage, found, label) : undefined;
}

/** Whether a figure begins its bullet, or ends it behind a dash or a colon or in brackets. */
function standsOut({ span }: Quantity, text: string): boolean {
  const before = text.slice(0, span.start).trim();
  const after = text.slice(span.end).trim();
  if (/^[-–—]?$/.test(before)) return true;
  const isLast = /^(?:[.;,)]*|(?:[.;,] ?)?and|\p{L}[\p{L} ’'-]{0,40}[.;,]?)$/u.test(after);
  return /[-–—:=(]$/.test(before) ? isLast || /^[.;,)]*\s?\(/.test(after) : isLast && !/[.;]\s/.test(before);
}
