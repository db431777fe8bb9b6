import { expect } from "chai";
import { CodeActionKind, commands, type Hover, MarkdownString, type TextDocument, workspace } from "vscode";
import { actionsAt } from "./code-actions.js";
import { paperOf } from "./paper.js";
import { findingOf, finds, useFiles } from "./support.js";

const visits = paperOf(
  "1. Visits rose from 1,250 to 1,400, an increase of 21%.",
  [
    "| Area | 2024/25 | 2025/26 | Change |",
    "| --- | ---: | ---: | ---: |",
    "| North | 410 | 452 | 42 |",
    "| South | 365 | 398 | 33 |",
    "| East | 214 | 251 | 73 |",
    "| West | 261 | 299 | 38 |",
  ].join("\n"),
);

const change = "10:52-55 warning claim-change From 1,250 to 1,400 is an increase of 12%, not 21%. …";
const relation = "16:22-24 warning table-relation 73 should be 37: the difference between 214 and 251.";

describe("figures", () => {
  const files = useFiles();

  it("tell how they were worked out, to whom points at them", async () => {
    const paper = await files.open("visits.paper.md", visits);
    await finds(paper, [change, relation]);
    expect(await hovered(paper, "| 42 |")).to.match(/✓ The difference between 410 and 452 is 42/);
    expect(await hovered(paper, "21%.")).to.match(
      /≠ From 1,250 to 1,400 is an increase of 12%.*The paper says 21%/,
    );
    expect(await hovered(paper, "Visits")).to.equal("");
  });

  it("that do not follow from others are repaired by the computed one", async () => {
    const paper = await files.open("visits.paper.md", visits);
    await finds(paper, [change, relation]);
    const { range } = findingOf(paper.uri, "table-relation");
    const actions = await actionsAt(paper, range, CodeActionKind.QuickFix.value);
    const fix = actions.find(({ title }) => title === "Write 37");
    expect(fix?.edit && (await workspace.applyEdit(fix.edit))).to.equal(true);
    await finds(paper, [change]);
  });
});

/** What a hover says at the words' first figure or letter, without what a finding says. */
async function hovered(paper: TextDocument, words: string): Promise<string> {
  const start = paper.getText().indexOf(words);
  const at = paper.positionAt(start + words.search(/\w/));
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", paper.uri, at);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((it) => (it instanceof MarkdownString ? it.value : String(it))).join("\n");
}
