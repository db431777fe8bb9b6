import { describe, expect, test } from "vitest";
import {
  checkPaper,
  defaultSettings,
  paperText,
  parsePaper,
  type Report,
  type Settings,
  updatePaper,
} from "../src/index.js";
import { generatePaper } from "./support/generate-paper.js";

/** Only what these papers are about: their acronyms, headings and suppressions. */
const ids = ["acronym-undefined", "heading-level", "suppression-unused", "frontmatter-invalid"];
const settings: Settings = {
  ...defaultSettings,
  overrides: Object.fromEntries(
    defaultSettings.rules.filter((it) => !ids.includes(it.id)).map((it) => [it.id, { severity: "off" }]),
  ),
};
const details = `---
template: spcb
board: Strategic Policing and Crime Board
date: 17 November 2020
title: Custody
presented-by: [Chief Executive]
authors: [Head of Policy]
---

`;

function check(body: string, head = details): Report {
  return checkPaper(parsePaper(head + body), settings);
}

/** What is found and what is silenced: the rule, and the words the finding is about. */
function outcome(body: string, head = details): { found: string[]; silenced: string[] } {
  const { findings, silenced } = check(body, head);
  const name = ({ rule, at }: Report["findings"][number]): string =>
    `${rule} ${at.block.text.slice(at.span.start, at.span.end)}`.trim();
  return { found: findings.map(name), silenced: silenced.map((it) => name(it.finding)) };
}

const undefinedIn = (...names: string[]): string[] => names.map((it) => `acronym-undefined ${it}`);

describe("a region", () => {
  test("ends at its enable, and one rule's enable ends that rule alone", () => {
    const text = `A QZA.

<!-- board-paper-disable acronym-undefined heading-level -->

#### A QZB

<!-- board-paper-enable heading-level -->

###### A QZC

<!-- board-paper-enable -->

A QZD.
`;
    const { found, silenced } = outcome(text);
    expect(found).toEqual([...undefinedIn("QZA"), "heading-level ###### A QZC", ...undefinedIn("QZD")]);
    expect(silenced).toEqual(["heading-level #### A QZB", ...undefinedIn("QZB", "QZC")]);
  });

  test("of all rules goes on without the one that is enabled, and holds to the end", () => {
    const text = `<!-- board-paper-disable -- Published. -->

#### A QZB

<!-- board-paper-enable heading-level -->

###### A QZC
`;
    const { found, silenced } = outcome(text);
    expect(found).toEqual(["heading-level ###### A QZC"]);
    expect(silenced).toEqual(["heading-level #### A QZB", ...undefinedIn("QZB", "QZC")]);
  });

  test("may start and end within a line", () => {
    const text = "A QZA <!-- board-paper-disable --> and QZB <!-- board-paper-enable --> and QZC.\n";
    expect(outcome(text)).toEqual({ found: undefinedIn("QZA", "QZC"), silenced: undefinedIn("QZB") });
  });
});

describe("the next line", () => {
  const next = "<!-- board-paper-disable-next-line acronym-undefined -->";

  test("is the whole paragraph or table that it begins, and nothing behind it", () => {
    const text = `1. Words ${next}

   | a | b |
   | - | - |
   | c | QZA |

   QZB.
`;
    expect(outcome(text)).toEqual({ found: undefinedIn("QZB"), silenced: undefinedIn("QZA") });
  });

  test("is that line alone where the paragraph of the comment goes on in it", () => {
    const text = `Words QZA ${next}\nand QZB\nand QZC.\n`;
    expect(outcome(text)).toEqual({ found: undefinedIn("QZA", "QZC"), silenced: undefinedIn("QZB") });
  });

  test("in a tight list is the item with what is indented under it", () => {
    const text = `- QZA\n  ${next}\n- QZB\n  - QZC\n- QZD\n`;
    expect(outcome(text)).toEqual({ found: undefinedIn("QZA", "QZD"), silenced: undefinedIn("QZB", "QZC") });
  });

  test("is found behind other comments and blank lines, and both of two comments above it are needed", () => {
    const heading = "<!-- board-paper-disable-next-line heading-level -->";
    const text = `${next}\n${heading}\n\n<!-- Two\n\nlines. -->\n\n#### A QZA\n\nA QZB.\n`;
    const { found, silenced } = outcome(text);
    expect(found).toEqual(undefinedIn("QZB"));
    expect(silenced).toEqual(["heading-level #### A QZA", ...undefinedIn("QZA")]);
  });

  test("in a block quote, with a comment of several lines", () => {
    const text = "> <!-- board-paper-disable-next-line\n> acronym-undefined\n> -- why -->\n> QZA\n>\n> QZB\n";
    expect(outcome(text)).toEqual({ found: undefinedIn("QZB"), silenced: undefinedIn("QZA") });
  });

  test("that is never there is reported", () => {
    expect(outcome(`Words.\n\n${next}\n`).found).toEqual([`suppression-unused ${next}`]);
  });
});

describe("the whole file", () => {
  test("is covered from any place, its details too", () => {
    const text =
      "A QZA.\n\n<!-- board-paper-disable-file acronym-undefined, frontmatter-invalid -- Draft. -->\n";
    expect(outcome(text, "").found).toEqual([]);
    expect(outcome(text, "---\ntemplate: spcb\n---\n\n").found).toEqual([]);
  });
});

describe("who silences what", () => {
  test("is told with the finding, the nearest comment first", () => {
    const text =
      "<!-- board-paper-disable-file -->\n\n<!-- board-paper-disable-next-line -- Why. -->\nA QZA.\n";
    const { silenced, findings } = check(text);
    expect(findings).toEqual([]);
    expect(silenced.map((it) => it.by.directive.kind)).toEqual(["disable-next-line"]);
  });

  test("a comment in code or in the details is none", () => {
    const code = "`<!-- board-paper-disable-file -->`\n\n```\n<!-- board-paper-disable -->\n```\n\nA QZA.\n";
    expect(outcome(code).found).toEqual(undefinedIn("QZA"));
    const head = details.replace("title: Custody", "title: Custody # <!-- board-paper-disable-file -->");
    expect(outcome("A QZA.\n", head).found).toEqual(undefinedIn("QZA"));
  });

  test("a rule that is off is neither needed nor unneeded; one that all rules include is not suppression-unused", () => {
    expect(outcome("<!-- board-paper-disable-file table-total -->\n").found).toEqual([]);
    const unneeded = "<!-- board-paper-disable-next-line heading-level -->\nWords.\n";
    expect(outcome(`<!-- board-paper-disable -->\n\nA QZA.\n\n${unneeded}`).found).toHaveLength(1);
    expect(outcome(`<!-- board-paper-disable-file suppression-unused -->\n\n${unneeded}`).found).toEqual([]);
  });
});

describe("the cost", () => {
  test("a finding about a comment is the same object after an edit elsewhere", () => {
    const unneeded = "Words.\n\n<!-- board-paper-disable-next-line heading-level -->\n\nMore words.\n";
    const report = check(unneeded);
    const at = paperText(report.paper).length - 1;
    const paper = updatePaper(report.paper, [{ start: at, end: at, text: " A" }]);
    const next = checkPaper(paper, settings, report);
    expect(next.findings).toHaveLength(1);
    expect(next.findings[0]).toBe(report.findings[0]);
  });

  test("grows with the paper, not with its square, however comments are stacked and nested", () => {
    const line = "<!-- board-paper-disable-next-line acronym-undefined, heading-level -->\n";
    const shapes = [
      (n: number) => `${line.repeat(n)}A QZA.\n`,
      (n: number) => `A QZA ${line.trim()} `.repeat(n),
      (n: number) => `- a\n  ${line}`.repeat(n),
      (n: number) => "<!-- board-paper-disable -->\n<!-- board-paper-enable heading-level -->\n".repeat(n),
      (n: number) => `1. a\n${`   ${line}   QZA\n`.repeat(n)}`,
    ];
    for (const shape of shapes) {
      const report = check(shape(400));
      expect(report.findings.length + report.silenced.length).toBeGreaterThan(0);
    }
  }, 60_000);

  test("a paper without suppressions gives its findings as they are", () => {
    const { text } = generatePaper({ seed: 2, paragraphs: 20 });
    expect(checkPaper(parsePaper(text), defaultSettings).silenced).toEqual([]);
  });
});
