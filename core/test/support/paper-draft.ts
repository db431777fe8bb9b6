// The writing half of generated papers: paragraphs, lists, tables and pairs, with marks where references will stand.
// Which numbers are printed, and so what the references say, is decided afterwards.

import { generateTable, grouped } from "./generate-table.js";
import { phrases, sentences } from "./phrases.js";
import { type Random, seeded } from "./random.js";
import { type Acronym, sentenceWriter, workingDay } from "./sentence-writer.js";

/** Stands in a draft's lines where the next of its marks is printed. */
export const MARK = "\uE000";

export type Mark =
  | { readonly kind: "reference"; readonly from: number }
  | { readonly kind: "label" | "lookalike"; readonly text: string };

/** Lines at the margin, or under the number of a paragraph. */
export interface Part {
  readonly paragraph?: number;
  readonly lines: readonly string[];
}

export interface Draft {
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
  readonly paragraphs: number;
  readonly tables: number;
  readonly acronyms: readonly Acronym[];
  /** Paragraphs with a list 1, 2, 3. */
  readonly withLists: ReadonlySet<number>;
  /** Paragraphs with (a), (b), (c). */
  readonly withLetters: readonly number[];
}

/** How long a draft becomes: at least this many numbered paragraphs, and as many UTF-8 bytes when printed. */
export interface DraftLength {
  readonly paragraphs: number;
  readonly bytes: number;
}

/** The words of a paper, the same for the same seed. */
export function writeDraft(seed: number, { paragraphs, bytes }: DraftLength): Draft {
  const random = seeded(seed);
  const parts: Part[] = [];
  const marks: Mark[] = [];
  const withLists = new Set<number>();
  const withLetters: number[] = [];
  let paragraph = 0; // The number of the one being written.
  let latest: string[] = []; // Its lines.
  let tables = 0;
  let size = 0;
  let level = 2;
  let sectionLeft = random.int(2, 4);
  const { sentence, phrase, acronyms, unused } = sentenceWriter(random, {
    reference: () => marked({ kind: "reference", from: paragraph }),
    lookalike: (text) => marked({ kind: "lookalike", text }),
    acronymLimit: () => 3 + Math.floor(2.2 * Math.sqrt(paragraph)),
  });

  const topic = phrase("theme");
  const firstSection = random.pick(["Purpose of paper", "Background"]);
  add({ lines: [...frontMatter(topic, random), "", `## ${firstSection}`] });
  while (paragraph < paragraphs || size < bytes) {
    if (--sectionLeft < 0) heading();
    paragraph++;
    // A list 1, 2, 3 near the start could be read as the paper's own numbers, so plain prose comes first.
    const kind = paragraph < 6 ? 0 : random.int(1, 100);
    if (paragraph === 1) number(ending([`This report is about ${topic.toLowerCase()}.`], prose(35, 60)));
    else if (kind <= 56) number(prose(40, 115, sentences.any));
    else if (kind <= 70) number(ending(prose(20, 70), bullets()));
    else if (kind <= 74) number(ending(prose(30, 60), countedBullets()));
    else if (kind <= 79) number(ending(prose(20, 60), orderedList()));
    else if (kind <= 83) number(ending(prose(20, 60), letters()));
    else if (kind <= 95 || paragraph === paragraphs) tabled();
    else pair();
  }
  const owed = unused().map((short) => `the ${short}`);
  if (owed.length > 0) latest.push("", `Returns were also received from ${listed(owed)}.`);
  const sources = "The working papers behind this report cover plans to:";
  add({ lines: ["## Appendix 1", "", sources, "", ...items(4)] });
  return { parts, marks, paragraphs: paragraph, tables, acronyms, withLists, withLetters };

  function marked(mark: Mark): string {
    marks.push(mark);
    return MARK;
  }
  function add(part: Part): void {
    parts.push(part);
    // Never more than is printed: a line end, and under a number at least three columns before the words.
    for (const line of part.lines) size += utf8Length(line) + (part.paragraph && line !== "" ? 4 : 1);
  }
  function number(lines: readonly string[]): void {
    latest = [...lines];
    add({ paragraph, lines: latest });
  }
  function heading(): void {
    level = random.chance(0.35) ? 2 : 3;
    sectionLeft = random.int(3, 8);
    const title = phrase(level === 2 ? "theme" : "aspect");
    add({ lines: [`${"#".repeat(level)} ${title}${random.chance(0.5) ? ` in ${phrase("place")}` : ""}`] });
  }
  function prose(fewest: number, most: number, patterns: readonly string[] = sentences.quiet): string[] {
    const enough = random.int(fewest, most);
    const said: string[] = [];
    for (let words = 0; words < enough; words += said.at(-1)?.split(" ").length ?? 1)
      said.push(sentence(patterns));
    return random.chance(0.1) ? wrapped(said.join(" "), random.int(70, 110)) : [said.join(" ")];
  }
  function items(count: number): string[] {
    return Array.from({ length: count }, () => `- ${sentence(sentences.bullet)}`);
  }
  function bullets(): string[] {
    const [first = "", ...others] = items(random.int(2, 5));
    const nested = random.chance(0.35) ? items(random.int(2, 3)).map((item) => `  ${item}`) : [];
    const intro = random.pick(["The team will", "Partners agreed to", "Over the coming year the aim is to"]);
    return [`${intro}:`, "", first, ...nested, ...others];
  }
  function countedBullets(): string[] {
    const places = random.shuffle(phrases.place).slice(0, random.int(3, 6));
    const counts = places.map((place) => ({ place, count: random.int(15, 1400) }));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const lines = counts.map(({ place, count }) => `- ${place} – ${grouped(count)}`);
    return [sentence([`The ${grouped(total)} {items} received {when} came from:`]), "", ...lines];
  }
  function orderedList(): string[] {
    withLists.add(paragraph);
    const three = random.chance(0.6);
    const lines = items(three ? 3 : 4).map((item, index) => item.replace("-", `${index + 1}.`));
    return [`The Board is asked to support ${three ? "three" : "four"} steps:`, "", ...lines];
  }
  function letters(): string[] {
    withLetters.push(paragraph);
    const lines = items(3).flatMap((item, index) => ["", item.replace("-", `(${"abc".charAt(index)})`)]);
    return ["The options considered were to:", ...lines];
  }
  function tabled(): void {
    const text = prose(20, 70);
    const { about, lines } = generateTable(random);
    const label = `Table ${++tables}`;
    const intro = ending(text, [`${marked({ kind: "label", text: label })} shows ${about}.`]);
    const captioned = [`**${label}**`, "", ...lines];
    const indented = random.chance(0.15);
    number(indented ? [...intro, "", ...captioned] : intro);
    if (!indented) add({ lines: captioned });
  }
  function pair(): void {
    number(["We said:", "", sentence(sentences.promise), "", sentence(sentences.promise)]);
    paragraph++;
    const answer = prose(30, 90);
    const title = level === 2 && random.chance(0.4) ? [`### ${phrase("aspect")}`, ""] : [];
    number(["We did:", "", ...answer, "", ...title, ...prose(25, 60)]);
  }
}

function frontMatter(topic: string, random: Random): string[] {
  const [presenter = "", author = ""] = random.shuffle(phrases.role);
  const office = "Office of the Police and Crime Commissioner for Northshire";
  return [
    "---",
    "template: spcb",
    `title: ${topic} in Northshire`,
    "board: Strategic Policing and Crime Board",
    `agenda-item: ${random.int(3, 9)}${random.pick(["a", "b", "c"])}`,
    `date: ${workingDay(random, 2019, 2024)}`,
    "presented-by:",
    `  - ${presenter}, ${office}`,
    "authors:",
    `  - ${author}`,
    "---",
  ];
}

/** Prose and then what it leads up to: the first line goes on in the prose's last. */
function ending(prose: readonly string[], [first = "", ...rest]: readonly string[]): string[] {
  return [...prose.slice(0, -1), `${prose.at(-1) ?? ""} ${first}`, ...rest];
}

/** Lines of about `width` columns; none begins with what could be read as a marker. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length + word.length > width && /^[A-Za-z]/.test(word)) {
      lines.push(line);
      line = word;
    } else line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}
