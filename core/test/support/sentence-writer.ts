// Sentences for generated papers: patterns filled with phrases, no sentence twice, and every acronym explained where it
// first stands and used again afterwards.

import { grouped, percentage } from "./generate-table.js";
import { bodies, bodyWords, phrases } from "./phrases.js";
import type { Random } from "./random.js";

export interface Acronym {
  readonly short: string;
  readonly long: string;
}

export interface SentenceWriter {
  /** A new sentence or clause by one of the patterns, its first letter a capital. */
  sentence(patterns: readonly string[]): string;
  /** One of a slot's phrases. */
  phrase(slot: keyof typeof phrases): string;
  /** The acronyms explained so far. */
  readonly acronyms: readonly Acronym[];
  /** The short forms explained but not yet used again. */
  unused(): readonly string[];
}

/** What the paper puts where a pattern has `{ref}`, `{look}` and `{quote}`, and how many acronyms it may have by now. */
export interface Surroundings {
  reference(): string;
  lookalike(text: string): string;
  acronymLimit(): number;
}

/** A writer whose sentences depend on `random` and on what it has written before. */
export function sentenceWriter(random: Random, surroundings: Surroundings): SentenceWriter {
  const written = new Set<string>();
  const acronyms: Acronym[] = [];
  const taken = new Set<string>();
  const waiting: string[] = []; // Explained, and owed a use.
  const names = random.shuffle(bodies);

  return { sentence, phrase, acronyms, unused: () => waiting };

  function sentence(patterns: readonly string[]): string {
    let text = fill(random.pick(patterns), new Set());
    for (let tries = 0; written.has(text) && tries < 100; tries++)
      text = fill(random.pick(patterns), new Set());
    written.add(text);
    const whole = text.replace(/\{(\w+)\}/g, (_, slot: string) => placed(slot, text));
    return whole.charAt(0).toUpperCase() + whole.slice(1);
  }

  function phrase(slot: string): string {
    const choices = slots[slot];
    if (!choices) throw new RangeError(`No phrases for {${slot}}.`);
    return random.pick(choices);
  }

  /** Fills the slots that only need words; those that change the paper's state wait until the sentence is kept. */
  function fill(pattern: string, used: Set<string>): string {
    return pattern.replace(/\{(\w+)\}/g, (whole, slot: string) => {
      if (/^(?:body|owner|ref|look|quote)$/.test(slot)) return whole;
      const figure = figures[slot];
      if (figure) return figure(random);
      let choice = phrase(slot);
      for (let tries = 0; used.has(choice) && tries < 10; tries++) choice = phrase(slot);
      used.add(choice);
      return fill(choice, used);
    });
  }

  function placed(slot: string, around: string): string {
    if (slot === "ref") return surroundings.reference();
    if (slot === "quote") return surroundings.lookalike(`paragraph ${random.int(2, 9)}`);
    if (slot === "look") {
      const [reference, document] = random.pick(elsewhere);
      const number = random.int(2, 15);
      const text = reference.replace("#", String(number)).replace("#", String(number + 1));
      return surroundings.lookalike(text) + document.replace("{month}", phrase("month"));
    }
    return slot === "owner" ? `${body(false, around)}'s` : body(true, around);
  }

  function body(mayExplain: boolean, around: string): string {
    if (waiting.length > 3 || (waiting.length > 0 && random.chance(0.4)))
      return `the ${waiting.shift() ?? ""}`;
    if (mayExplain && acronyms.length < surroundings.acronymLimit() && random.chance(0.5)) {
      const acronym = nextAcronym();
      acronyms.push(acronym);
      waiting.push(acronym.short);
      return `the ${acronym.long} (${acronym.short})`;
    }
    if (acronyms.length > 0 && random.chance(0.4)) return `the ${random.pick(acronyms).short}`;
    return random.pick(phrases.actor.filter((actor) => !around.includes(actor)));
  }

  function nextAcronym(): Acronym {
    for (;;) {
      const long = names.pop() ?? bodyWords.map((words) => random.pick(words)).join(" ");
      const short = long.replace(/[^A-Z]/g, "");
      if (taken.has(short) || /^[IVXLCDM]+$/.test(short)) continue;
      taken.add(short);
      return { short, long };
    }
  }
}

const slots: Readonly<Record<string, readonly string[]>> = phrases;

/** `Tuesday 17 November 2020`: a day from Monday to Friday of those years, with the weekday it really has. */
export function workingDay(random: Random, firstYear: number, lastYear: number): string {
  const date = new Date(Date.UTC(random.int(firstYear, lastYear), random.int(0, 11), random.int(1, 28)));
  const weekday = weekdays[date.getUTCDay() - 1];
  if (weekday === undefined) return workingDay(random, firstYear, lastYear);
  return `${weekday} ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const months = "January February March April May June July August September October November December".split(
  " ",
);

/** References to other documents: the part that looks like one of ours, and what follows it. */
const elsewhere: readonly (readonly [reference: string, document: string])[] = [
  ["paragraph #", " of the 2011 Act"],
  ["paragraph #", " of the {month} report"],
  ["paragraph #", " of Schedule 1 to the 2014 Act"],
  ["paragraphs # and #", " of the inspection report"],
  ["paras #–#", " of the Home Office circular"],
  ["Table #", " of the national bulletin"],
  ["Appendix #", " of the audit report"],
];

const figures: Readonly<Record<string, (random: Random) => string>> = {
  count: (random) => grouped(random.int(35, 2400)),
  money: (random) =>
    random.pick([`£${grouped(random.int(20, 950) * 100)}`, `£${random.int(1, 9)}.${random.int(1, 9)}m`]),
  road: (random) => String(random.int(600, 690)),
  date: (random) => workingDay(random, 2018, 2023),
  change(random) {
    const before = random.int(120, 2400);
    const rate = random.chance(0.5) ? random.int(60, 94) : random.int(106, 170);
    const after = Math.round((before * rate) / 100);
    const size = percentage(Math.abs(after - before), before);
    const [verb, noun] = after > before ? ["rose", "an increase"] : ["fell", "a reduction"];
    const year = random.int(17, 21);
    const [first, second] = [`20${year}/${year + 1}`, `20${year + 1}/${year + 2}`];
    return `${verb} from ${grouped(before)} in ${first} to ${grouped(after)} in ${second}, ${noun} of ${size}%`;
  },
};
