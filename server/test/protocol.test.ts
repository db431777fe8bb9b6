import { readFileSync } from "node:fs";
import { configFileName } from "@board-papers/core";
import { expect, test } from "vitest";
import * as protocol from "../src/protocol.js";

const described = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");

test("the configuration has the name that the core knows it by", () => {
  expect(protocol.configFile).toBe(configFileName);
});

test.each(Object.entries(protocol))("docs/protocol.md speaks of %s: %s", (_, name) => {
  expect(described).toContain(`\`${name}\``);
});

test.each([
  ["ReadFileParams", protocol.readFileMethod],
  ["ReadFileResult", protocol.readFileMethod],
  ["Work", protocol.workMethod],
  ["KeepArguments", protocol.keepCommand],
  ["KeepParams", protocol.keepMethod],
  ["ChangeRuleArguments", protocol.changeRuleCommand],
  ["ChangeRuleParams", protocol.changeRuleMethod],
  ["AddToGlossaryArguments", protocol.addToGlossaryCommand],
  ["AddToGlossaryParams", protocol.addToGlossaryMethod],
  ["ExplainAcronymsArguments", protocol.explainAcronymsCommand],
  ["UnexplainedAcronymsParams", protocol.unexplainedAcronymsMethod],
  ["UnexplainedAcronym", protocol.unexplainedAcronymsMethod],
  ["ResolveAcronymsParams", protocol.resolveAcronymsMethod],
  ["ResolveAcronymsResult", protocol.resolveAcronymsMethod],
  ["TemplatesParams", protocol.templatesMethod],
  ["TemplateChoice", protocol.templatesMethod],
  ["NewPaperParams", protocol.newPaperMethod],
  ["RenumberParams", protocol.renumberMethod],
  ["RenumberResult", protocol.renumberMethod],
  ["PreviewParams", protocol.previewMethod],
  ["PreviewChanges", protocol.previewMethod],
  ["PreviewSplice", protocol.previewMethod],
  ["PreviewShift", protocol.previewMethod],
  ["PreviewBlock", protocol.previewMethod],
  ["PreviewFinding", protocol.previewMethod],
  ["PreviewChangedParams", protocol.previewChangedMethod],
])("docs/protocol.md speaks of every field of %s", (type, method) => {
  const source = readFileSync(new URL("../src/protocol.ts", import.meta.url), "utf8");
  const fields = new RegExp(`interface ${type} [^{]*\\{([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? "";
  const names = [...fields.matchAll(/^ {2}readonly (\w+)/gm)].map((it) => it[1]);
  expect(names).not.toEqual([]);
  for (const name of names) expect(sectionOf(method)).toContain(`\`${name}\``);
});

test("docs/protocol.md speaks of every initialization option", () => {
  const options: Required<protocol.InitializationOptions> = { commands: [], readsFiles: true, rulePages: "" };
  for (const name of Object.keys(options)) expect(described).toContain(`| \`${name}\` |`);
});

/** What is said under a method's heading, or in a command's row. */
function sectionOf(name: string): string {
  const row = described.split("\n").find((line) => line.startsWith(`| \`${name}\``));
  const section = described.split(/^### /m).find((it) => it.startsWith(`\`${name}\``));
  return row ?? section ?? "";
}
