import { expect } from "chai";
import { commands, type Location, TabInputText, TabInputWebview, Uri, window } from "vscode";
import { closeEditors, eventually, findingOf, findingsOf, finds, folderOf, ruleOf, show } from "./support.js";

describe("findings", () => {
  afterEach(closeEditors);

  it("of a paper are at their places, and nothing else is", async () => {
    await finds(await sample("budget-monitoring"), [
      "43:231-235 warning acronym-undefined MTFP is not explained. Spell it out here, where it first appears (used 2 more times).",
      "51:304-313 error date-weekday 14 October 2021 is a Thursday, not a Wednesday. Check the day and the date.",
      "73:17-28 error table-total The total is £629,063.98, but the 8 rows add up to £629,063.80: 18p different. Check which is right.",
      "101:61-64 information acronym-unused CPB is explained here but not used again.",
      "101:275-282 error reference-unresolved There is no Table F. The last is Table E.",
      "103:1-3 error paragraph-sequence Paragraph 12 is followed by 14; it should be 13.",
    ]);
  });

  it("mark the words that they are about", async () => {
    const paper = await sample("victims-services");
    await finds(paper, [
      "6:7-13 error date-weekday 21 June 2022 is a Tuesday, not a Monday. …",
      "7:1-13 warning frontmatter-invalid …",
      '57:5-12 error said-did-pair The "We said" of paragraph 10 has no "We did".',
      "74:29-34 error table-total The total is 5,343, but the 5 rows add up to 5,334: 9 different. …",
      "76:139-144 warning acronym-undefined ISVA is not explained. …",
      '94:9-30 information acronym-repeated VCH was explained before. "VCH" is enough here.',
    ]);
    const marked = findingsOf(paper.uri).map(({ range }) => paper.getText(range));
    expect(marked).to.deep.equal([
      ...["Monday", "presented_by", "We said", "5,343", "ISVAs", "Victim Care Hub (VCH)"],
    ]);
  });

  it("lead to other places of the paper", async () => {
    const paper = await sample("neighbourhood-policing");
    await eventually("a finding", () => findingsOf(paper.uri)[0]);
    const { relatedInformation = [] } = findingOf(paper.uri, "acronym-redefined");
    expect(relatedInformation.map(({ location, message }) => [placeOf(location), message])).to.deep.equal([
      [`${paper.uri}:22`, "The other meaning."],
    ]);
    const [other] = relatedInformation;
    expect(other && paper.getText(other.location.range)).to.equal("Safer Neighbourhood Team (SNT)");
    const { relatedInformation: none = [] } = findingOf(paper.uri, "heading-level");
    expect(none).to.deep.equal([]);
  });

  it("link to the page of their rule", async () => {
    const paper = await sample("budget-monitoring");
    await eventually("a finding", () => findingsOf(paper.uri)[0]);
    const { code } = findingOf(paper.uri, "table-total");
    const { target } = code as { readonly target: Uri };
    expect([target.scheme, target.path]).to.deep.equal(["command", "boardPapers.openRule"]);
    const [page] = JSON.parse(target.query) as [string];
    expect(page).to.match(/\/docs\/rules\.md#table-total$/);
    await commands.executeCommand(target.path, page);
    await eventually(
      "a tab with the page of rules",
      () => pages().some((it) => it.includes("rules.md")) || undefined,
      () => `Tabs were ${pages().join(", ")}`,
    );
  });

  it("all link to a rule", async () => {
    const paper = await sample("neighbourhood-policing");
    await eventually("a finding", () => findingsOf(paper.uri)[0]);
    for (const finding of findingsOf(paper.uri)) {
      const { target } = finding.code as { readonly target: Uri };
      expect(target.query).to.contain(`#${ruleOf(finding)}`);
    }
  });
});

function sample(name: string): ReturnType<typeof show> {
  return show(Uri.joinPath(folderOf("northshire"), "papers", `${name}.paper.md`));
}

function placeOf({ uri, range }: Location): string {
  return `${uri}:${range.start.line + 1}`;
}

/** What tabs show: files by their path, others by their title. */
function pages(): string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input, label }) => {
      if (input instanceof TabInputText) return [input.uri.path];
      return input instanceof TabInputWebview ? [label] : [];
    });
}
