import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  type Completion,
  type CompletionSource,
  type Completions,
  checkPaper,
  completionsAt,
  explainSubject,
  type Paper,
  parsePaper,
  positionAt,
  type Report,
  readConfig,
  updatePaper,
} from "../src/index.js";
import { readFixture } from "./support/fixture.js";
import { generatePaper } from "./support/generate-paper.js";
import { seeded } from "./support/random.js";
import { randomEdits } from "./support/random-edits.js";

const fixtures = fileURLToPath(new URL("../../test-fixtures", import.meta.url));
const folder = join(fixtures, "completion");
const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
const { settings, problems } = readConfig(readFileSync(join(folder, "house.yaml"), "utf8"));

/** Stands in a fixture where the author's caret is. */
const marker = "‸";

function sourceOf(paper: Paper): CompletionSource {
  return { paper, settings, report: () => checkPaper(paper, settings) };
}

test("the house of the fixtures is in order", () => {
  expect(problems).toEqual([]);
});

describe("fixtures", () => {
  test.for(names)("%s", async (name) => {
    const path = join(folder, name);
    const { source, sections } = readFixture(readFileSync(path, "utf8"));
    expect(source.split(marker)).toHaveLength(2);
    const answers = sections.map((section) => `//- ${section}\n${answer(source, section)}`);
    await expect(source + answers.join("")).toMatchFileSnapshot(path);
  });

  test.for(names)("%s: CRLF gives the completions of LF", (name) => {
    const { source } = readFixture(readFileSync(join(folder, name), "utf8"));
    for (const question of ["typed", "asked"]) {
      const windows = source.replaceAll("\n", "\r\n");
      expect(answer(windows, question).replaceAll("\\r\\n", "\\n")).toBe(answer(source, question));
    }
  });

  test("what is given unasked is given when asked, too", () => {
    for (const name of names) {
      const { source } = readFixture(readFileSync(join(folder, name), "utf8"));
      const labelsOf = (asked: boolean): string[] => complete(source, asked).items.map((it) => it.label);
      expect(labelsOf(true), name).toEqual(expect.arrayContaining(labelsOf(false)));
    }
  });
});

function complete(source: string, asked: boolean): Completions {
  const paper = parsePaper(source.replace(marker, ""));
  return completionsAt(sourceOf(paper), source.indexOf(marker), asked);
}

/**
 * What is offered at the marker: `typed`, what is shown unasked; `asked`, by a person; `chosen N`, the paper with the Nth
 * of these; `explained`, with what is told of each.
 */
function answer(source: string, question: string): string {
  const text = source.replace(marker, "");
  const { span, items, more } = complete(source, question !== "typed");
  const [verb, argument] = question.split(" ");
  if (verb === "chosen") {
    const chosen = items[Number(argument ?? 1) - 1];
    return chosen ? (applyEdits(text, [{ ...span, text: chosen.text }]) ?? "overlapping") : "no such\n";
  }
  if (items.length === 0) return "nothing\n";
  const replaced = `replaces ${JSON.stringify(text.slice(span.start, span.end))}${more ? ", and there are more" : ""}\n`;
  const source_ = sourceOf(parsePaper(text));
  const say = (it: Completion): string =>
    verb === "explained" ? explained(it, source_) : (it.note ?? "") === "" ? "" : ` – ${it.note}`;
  return replaced + items.map((it) => `${it.kind}: ${shown(it)}${say(it)}\n`).join("");
}

function shown({ label, text }: Completion): string {
  return label === text ? label : `${label} = ${JSON.stringify(text)}`;
}

function explained({ about }: Completion, source: CompletionSource): string {
  const words = about && explainSubject(source, about);
  return words === undefined ? " (nothing is told)" : `\n${words.replace(/^(?=.)/gm, "    ")}`;
}

describe("the work follows the place", () => {
  const { source } = readFixture(readFileSync(join(folder, "prose.md"), "utf8"));

  /** What is offered behind words at the marker of a paper, where the report must not be asked for. */
  function behind(words: string): Completions {
    const at = source.indexOf(marker) + words.length;
    const report = (): Report => {
      throw new Error("The whole paper was looked at.");
    };
    return completionsAt({ paper: parsePaper(source.replace(marker, words)), settings, report }, at, false);
  }

  test.for([
    "",
    "that the ",
    "and that the ",
    "the table ",
    "In M",
    "`Table ",
    "See the Act, paragraph ",
    "**bold** ",
  ])("behind %j nothing but its line is looked at", (words) => {
    expect(behind(words).items).toEqual([]);
  });

  test("and behind what begins a reference, more is", () => {
    expect(() => behind("Table ")).toThrow("The whole paper was looked at.");
  });
});

describe("any place of any paper", () => {
  const papers = 40;
  const places = 30;
  const texts = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readFileSync(join(fixtures, name), "utf8").slice(0, 3000));

  test(`${papers} papers, ${places} places: what is replaced is around the place, in one line`, () => {
    let offered = 0;
    for (let n = 0; n < papers; n++) {
      let text =
        n % 2 === 0 ? generatePaper({ seed: n, paragraphs: 5 }).text : (texts[(n * 7) % texts.length] ?? "");
      let paper = parsePaper(text);
      let report = checkPaper(paper, settings);
      const random = seeded(n);
      for (const edit of randomEdits(n, text, places)) {
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        paper = updatePaper(paper, [edit]);
        report = checkPaper(paper, settings, report);
        const at = random.chance(0.5) ? edit.start + edit.text.length : random.int(0, text.length);
        offered += look(report, text, at, random.chance(0.5));
      }
    }
    expect(offered).toBeGreaterThan(papers);
  }, 120_000);

  test("at every place of what authors type", () => {
    const typed =
      "see paragraph 1, Table A and OPCC\n\n9. We did:\n\n## Next\n\n**Table B**\n\n`OP` [OP](OP) <!-- OP -->\n";
    for (const name of names) {
      const { source } = readFixture(readFileSync(join(folder, name), "utf8"));
      const at = source.indexOf(marker);
      const text = source.replace(marker, typed);
      const report = checkPaper(parsePaper(text), settings);
      for (let i = 0; i <= typed.length; i++) look(report, text, at + i, true);
    }
  });

  /** Looks at a place, and counts what is offered. */
  function look(report: Report, text: string, at: number, asked: boolean): number {
    const { paper } = report;
    const { span, items } = completionsAt({ paper, settings, report: () => report }, at, asked);
    const where = JSON.stringify([text.slice(Math.max(0, at - 80), at), text.slice(at, at + 40)]);
    expect(span.start, where).toBeLessThanOrEqual(at);
    expect(span.end, where).toBeGreaterThanOrEqual(at);
    expect(positionAt(paper, span.start).line, where).toBe(positionAt(paper, span.end).line);
    expect(text.slice(span.start, span.end), where).not.toMatch(/[\r\n]/);
    expect(new Set(items.map((it) => it.label)).size, where).toBe(items.length);
    return items.length;
  }

  test.for([-1, 0, 1, Number.NaN, Number.POSITIVE_INFINITY])("offset %d of an empty paper", (at) => {
    expect(completionsAt(sourceOf(parsePaper("")), at, true).items).toEqual([]);
  });
});

const corpus = join(fixtures, "../../shared/corpus/papers");
const published = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".md")) : [];

describe.skipIf(published.length === 0)("while a published paper is typed", () => {
  test.for(published)("%s: behind few spaces something is shown unasked", (name) => {
    const text = readFileSync(join(corpus, name), "utf8");
    const paper = parsePaper(text);
    const report = checkPaper(paper, settings);
    const source: CompletionSource = { paper, settings, report: () => report };
    const spaces = [...text.matchAll(/(?<=\S) /g)].map((it) => it.index + 1);
    const shownAt = spaces.filter((at) => completionsAt(source, at, false).items.length > 0);
    expect(shownAt.length).toBeLessThan(spaces.length / 100);
  });
});
