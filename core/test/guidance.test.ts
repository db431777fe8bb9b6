import { describe, expect, test } from "vitest";
import { checkPaper, defaultSettings, parsePaper, type Settings } from "../src/index.js";

const guidance = "Say what the board is asked to decide (and by when), in one or two sentences.";

/** Settings of a house whose one section has guidance for authors. */
function withGuidance(text: string): Settings {
  const [spcb] = defaultSettings.templates;
  if (!spcb) throw new RangeError("There is a built-in template.");
  const section = { titles: ["Decision"], need: "required", guidance: text } as const;
  const house = { ...spcb, name: "house", sections: [section] };
  const rules = defaultSettings.rules.filter((it) => it.id === "placeholder-left");
  return { ...defaultSettings, rules, templates: [house], template: "house" };
}

function messages(paper: string, text = guidance): string[] {
  return checkPaper(parsePaper(paper), withGuidance(text)).findings.map((it) => it.message);
}

describe("a template's guidance", () => {
  test("that stands as it came is found, wrapped or not, in a list or a box", () => {
    const found = [`This is the template's guidance for "Decision". Write the section in its place.`];
    expect(messages(`## Decision\n\n1. ${guidance}\n`)).toEqual(found);
    expect(messages(`## Decision\n\n${guidance.replace("decide ", "decide\n")}\n`)).toEqual(found);
    expect(messages(`> ${guidance.replace("when), ", "when),\n> ")} Then go on.\n`)).toEqual(found);
  });

  test("is silent where the author wrote something else", () => {
    expect(messages("## Decision\n\n1. The board is asked to decide on the budget.\n")).toEqual([]);
    expect(messages(`## Decision\n\n1. ${guidance.replace("two", "three")}\n`)).toEqual([]);
  });

  test("of a word or two may well be the author's", () => {
    expect(messages("1. The decision: your decision.\n", "Your decision")).toEqual([]);
  });

  test("that is an instruction in brackets is said once", () => {
    expect(
      messages("1. [Insert what is asked of the board]\n", "[Insert what is asked of the board]"),
    ).toEqual([
      `"[Insert what is asked of the board]" tells the author what to write. Write it, or take this out.`,
    ]);
  });
});
