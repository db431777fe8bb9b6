import { describe, expect, test } from "vitest";
import {
  addToDetails,
  applyEdits,
  checkPaper,
  defaultSettings,
  fixEdits,
  frontMatterOf,
  parsePaper,
  type Settings,
  updatePaper,
  writtenOut,
} from "../src/index.js";

/** The paper with OPCC added to its details, and what cannot be read in them then. */
function withOpcc(text: string): { text: string | undefined; problems: readonly string[] } {
  const edits = addToDetails(parsePaper(text), [{ short: "OPCC", words: "Office of the PCC" }]);
  const next = edits && applyEdits(text, edits);
  const problems = next === undefined ? [] : (frontMatterOf(parsePaper(next))?.problems ?? []);
  return { text: next, problems: problems.map((it) => it.message) };
}

/** What the details say of OPCC. */
function opccIn(text: string | undefined): string | undefined {
  const facts = parsePaper(text ?? "").chunks[0]?.blocks.flatMap((block) => block.facts.definitions);
  return facts?.find((it) => it.key === "OPCC" && it.form === "details")?.expansion;
}

describe("a short form is added to the paper's details", () => {
  test.for([
    ["no details", "1. The OPCC met.\n"],
    ["no details, an empty paper", ""],
    ["no details, a byte order mark", "\ufeff1. The OPCC met.\n"],
    ["no acronyms", "---\ntitle: A\n---\n\n1. The OPCC met.\n"],
    ["empty details", "---\n---\n\n1. The OPCC met.\n"],
    ["a name alone", "---\nacronyms:\ntitle: A\n---\n"],
    ["a name alone with a comment", "---\nacronyms: # short forms\ntitle: A\n---\n"],
    ["a name alone at the end", "---\ntitle: A\nacronyms:\n---\n"],
    ["nothing in braces", "---\nacronyms: {}\ntitle: A\n---\n"],
    ["an empty text", '---\nacronyms: ""\ntitle: A\n---\n'],
    ["braces", "---\nacronyms: { VRU: Violence Reduction Unit }\n---\n"],
    ["braces with a comma at the end", "---\nacronyms: { VRU: Violence Reduction Unit, }\n---\n"],
    ["braces over lines", "---\nacronyms: {\n  VRU: Violence Reduction Unit\n  }\n---\n"],
    ["braces, the last without words", "---\nacronyms: { VRU: Violence Reduction Unit, PCC: }\n---\n"],
    ["lines", "---\nacronyms:\n  VRU: Violence Reduction Unit\ntitle: A\n---\n"],
    ["lines with a comment", "---\nacronyms:\n  VRU: Violence Reduction Unit # new\n---\n"],
    ["lines, the last without words", "---\nacronyms:\n  VRU:\ntitle: A\n---\n"],
    [
      "lines, the last a long text",
      "---\nacronyms:\n  VRU: >\n    Violence\n    Reduction Unit\ntitle: A\n---\n",
    ],
    ["lines, the last wrapped", "---\nacronyms:\n  VRU: Violence\n    Reduction Unit\ntitle: A\n---\n"],
    ["details that cannot be read", '---\ntitle: "A\nboard: B\n---\n'],
  ] as const)("%s", ([, text]) => {
    for (const source of [text, text.replaceAll("\n", "\r\n")]) {
      const before = frontMatterOf(parsePaper(source))?.problems.length ?? 0;
      const { text: next, problems } = withOpcc(source);
      expect(opccIn(next), next).toBe("Office of the PCC");
      expect(problems.length, next).toBeLessThanOrEqual(before);
      if (source.includes("\r\n")) expect(next).not.toMatch(/(?<!\r)\n/);
      // Nothing that was there is lost.
      const words = source.match(/\w+/g) ?? [];
      for (const word of words) expect(next).toContain(word);
    }
  });

  test("words that YAML would read otherwise stand in quotation marks", () => {
    const paper = parsePaper("---\nacronyms: { VRU: Unit }\n---\n");
    const edits = addToDetails(paper, [{ short: "NO", words: "Notice: one, two # three" }]);
    expect(edits?.map((it) => it.text)).toEqual([', "NO": "Notice: one, two # three"']);
  });

  test.for(["---\nacronyms: [VRU]\n---\n", "---\nacronyms: VRU\n---\n"])("not into %j", (text) => {
    expect(withOpcc(text).text).toBeUndefined();
  });
});

describe("what a short form may stand for", () => {
  test.for([
    ["NPCC", "The National Police Chiefs’ Council met.", "National Police Chiefs’ Council"],
    [
      "OPCC",
      "The Office of the Police\nand Crime Commissioner met.",
      "Office of the Police and Crime Commissioner",
    ],
    ["LCJB", "## Local Criminal Justice Board\n\n1. It met.", "Local Criminal Justice Board"],
    [
      "LCJB",
      "1. Local Criminal Justice Boards; a Local Criminal Justice Board.",
      "Local Criminal Justice Boards",
    ],
    ["YOT", "The Youth Offer Team and the Youth Outreach Team met.", undefined],
    ["DA", "The Domestic Abuse strategy.", undefined],
    ["WMP", "    West Midlands Police in code", undefined],
    ["ViSOR", "The Violent and Sex Offender Register.", undefined],
    ["A.B", "Any Body", undefined],
  ] as const)("%s in %j", ([short, text, words]) => {
    expect(writtenOut(parsePaper(text), short)).toBe(words);
  });
});

describe("a slip of the pen", () => {
  const fixes = (text: string, settings: Settings = defaultSettings): string[] =>
    checkPaper(parsePaper(text), settings)
      .findings.filter((it) => it.rule === "acronym-undefined")
      .flatMap((it) => it.fixes.map((fix) => fix.title));

  test("is corrected to an acronym of the house", () => {
    const settings = { ...defaultSettings, glossary: { LCJB: "Local Criminal Justice Board" } };
    expect(fixes("1. The LJCB met.\n", settings)[0]).toBe("Correct it to LCJB");
    expect(fixes("1. The LJCB met.\n")).not.toContain("Correct it to LCJB");
  });

  test.for([
    ["another office", "1. The OPCC met. OPCC and OPCC agree.\n\n2. The DPCC met.\n"],
    ["as often", "1. The LCJB met, and the LJCB met.\n"],
    ["a longer name", "1. Out of court disposals (OOC) rose.\n\n2. The OOCD met.\n"],
  ] as const)("is not seen in %s", ([, text]) => {
    expect(fixes(text).filter((it) => it.startsWith("Correct"))).toEqual([]);
  });

  test("comes and goes with what it was a slip for, far away", () => {
    const filler = Array.from({ length: 300 }, (_, i) => `${i + 2}. Words go on.\n\n`).join("");
    const text = `1. The LJCB met.\n\n${filler}302. The Local Criminal Justice Board (LCJB) paid.\n`;
    let paper = parsePaper(text);
    let report = checkPaper(paper, defaultSettings);
    const titles = (): string[] =>
      report.findings
        .filter((it) => it.message.startsWith("LJCB"))
        .flatMap((it) => it.fixes.map((fix) => fix.title));
    expect(titles()[0]).toBe("Correct it to LCJB");
    const at = text.indexOf("(LCJB)") + 1;
    paper = updatePaper(paper, [{ start: at, end: at + 4, text: "body" }]);
    report = checkPaper(paper, defaultSettings, report);
    expect(titles()).toEqual(["Spell LJCB out where it first appears", "Add LJCB to the paper's details"]);
    paper = updatePaper(paper, [{ start: at, end: at + 4, text: "LCJB" }]);
    report = checkPaper(paper, defaultSettings, report);
    expect(titles()[0]).toBe("Correct it to LCJB");
  });
});

test("a repair of a version whose words have changed is refused", () => {
  const before = parsePaper("1. The LCJB met.\n");
  const finding = checkPaper(before, defaultSettings).findings.find((it) => it.rule === "acronym-undefined");
  const after = updatePaper(before, [{ start: 3, end: 6, text: "A" }]);
  expect(finding?.fixes).toHaveLength(2);
  for (const fix of finding?.fixes ?? []) expect(finding && fixEdits(after, finding, fix)).toBeUndefined();
});

test("a house's own short form for the same words is named", () => {
  const settings = { ...defaultSettings, glossary: { LCJB: "Local Criminal Justice Board" } };
  const say = (text: string): string[] =>
    checkPaper(parsePaper(text), settings)
      .findings.filter((it) => it.rule === "acronym-redefined")
      .map((it) => it.message);
  expect(say("1. The Local Criminal Justice Board (LoCJB) met. The LoCJB paid.\n")).toEqual([
    `"Local Criminal Justice Board" is LoCJB here, but LCJB in the house glossary. Use one of them.`,
  ]);
  expect(say("1. The Local Criminal Justice Board (LCJB) met. The LCJB paid.\n")).toEqual([]);
});
