// Tables for generated papers. Every total, difference, share and change in them is exact or rightly rounded.

import { phrases } from "./phrases.js";
import type { Random } from "./random.js";

/** A table without its caption: what it shows, in words for the paragraph above it, and its Markdown lines. */
export interface GeneratedTable {
  readonly about: string;
  readonly lines: readonly string[];
}

/** A table of counts, amounts, budgets, shares, changes or plain words, drawn at random. */
export function generateTable(random: Random): GeneratedTable {
  return random.pick(makers)(random);
}

/** `£1,234.56`, from pence. */
export const pounds = (pence: number): string =>
  `£${grouped(Math.floor(pence / 100))}.${String(pence % 100).padStart(2, "0")}`;

/** `1,234,567`, or `-1,234` below zero. */
export const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ",");

/** `12.5` for 1 in 8: a percentage to one decimal, halves away from zero, without binary fractions. */
export function percentage(part: number, whole: number): string {
  const tenths = Math.floor((Math.abs(part) * 2000 + whole) / (2 * whole));
  return `${part < 0 && tenths > 0 ? "-" : ""}${Math.floor(tenths / 10)}.${tenths % 10}`;
}

const services = [
  "Counselling",
  "Court support",
  "Outreach",
  "Training",
  "Translation",
  "Helpline",
  "Mentoring",
  "Safe rooms",
  "Peer groups",
  "Travel costs",
  "Equipment",
  "Evaluation",
  "Volunteer expenses",
  "Home security",
] as const;
const headings = [
  "Police officer pay",
  "Police staff pay",
  "Premises",
  "Transport",
  "Supplies",
  "Agency costs",
  "Contracts",
  "Training",
] as const;
const outcomes = [
  "Resolved on first contact",
  "Referred to a partner",
  "Visited",
  "Closed with advice",
  "Still open",
  "Withdrawn",
] as const;
const measures = [
  "Publish the action plan",
  "Refresh the survey",
  "Agree the tender",
  "Recruit mentors",
  "Test the line",
];

const makers: readonly ((random: Random) => GeneratedTable)[] = [
  function counts(random) {
    const rows = labelled(random, phrases.place, () => [random.int(40, 1900), random.int(40, 1900)]);
    const years = consecutiveYears(random);
    const head = ["District", ...years];
    return {
      about: `${random.pick(phrases.items)} in each district`,
      lines: table(head, rows, grouped),
    };
  },
  function amounts(random) {
    const rows = labelled(random, services, () => [random.int(90_000, 9_900_000)]);
    return { about: "how the grant was allocated", lines: table(["Service", "Allocation"], rows, pounds) };
  },
  function budget(random) {
    const rows = labelled(random, headings, () => {
      const planned = random.int(80, 9000) * 1000;
      const variance = random.int(-60, 60) * 500;
      return [planned, planned + variance, variance];
    });
    const whole = (value: number): string => (value < 0 ? `-£${grouped(-value)}` : `£${grouped(value)}`);
    const head = ["Budget heading", "Budget", "Forecast", "Variance"];
    return { about: "the forecast against the approved budget", lines: table(head, rows, whole) };
  },
  function shares(random) {
    const rows = labelled(random, outcomes, () => [random.int(25, 900)]);
    const total = sum(rows, 0);
    const share = (cells: readonly number[]): string[] => [`${percentage(cells[0] ?? 0, total)}%`];
    const lines = table(["Outcome", "Number", "Share"], rows, grouped, share);
    return { about: "the outcomes recorded in the period", lines };
  },
  function changes(random) {
    const rows = labelled(random, phrases.items, () => {
      const before = random.int(60, 2400);
      const after = before + random.int(-30, 90);
      return [before, after, after - before];
    });
    const change = (cells: readonly number[]): string[] => [`${percentage(cells[2] ?? 0, cells[0] ?? 1)}%`];
    const head = ["Category", ...consecutiveYears(random), "Change", "Change (%)"];
    return { about: "the change between the two years", lines: table(head, rows, grouped, change) };
  },
  function actions(random) {
    const chosen = random.shuffle(measures).slice(0, random.int(3, 5));
    const rows = chosen.map((measure) => {
      const due = `${random.pick(phrases.month)} ${random.int(2021, 2024)}`;
      return `| ${measure} | ${random.pick(phrases.role)} | ${due} |`;
    });
    return {
      about: "the actions agreed",
      lines: ["| Action | Lead | Due |", "| --- | --- | --- |", ...rows],
    };
  },
];

type Row = readonly [label: string, cells: readonly number[]];

function labelled(random: Random, labels: readonly string[], cells: () => readonly number[]): Row[] {
  const rows = random.shuffle(labels).slice(0, random.int(4, 8));
  return rows.map((label) => [label.charAt(0).toUpperCase() + label.slice(1), cells()]);
}

function table(
  head: readonly string[],
  rows: readonly Row[],
  format: (value: number) => string,
  derived: (cells: readonly number[]) => string[] = () => [],
): string[] {
  const totals = (rows[0]?.[1] ?? []).map((_, column) => sum(rows, column));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const strong = (cell: string): string => `**${cell}**`;
  return [
    line(head),
    line(head.map((_, column) => (column === 0 ? "---" : "---:"))),
    ...rows.map(([label, cells]) => line([label, ...cells.map(format), ...derived(cells)])),
    line(["Total", ...totals.map(format), ...derived(totals)].map(strong)),
  ];
}

const sum = (rows: readonly Row[], column: number): number =>
  rows.reduce((total, [, cells]) => total + (cells[column] ?? 0), 0);

function consecutiveYears(random: Random): [string, string] {
  const year = random.int(16, 22);
  return [`20${year}/${year + 1}`, `20${year + 1}/${year + 2}`];
}
