// The PDF of a paper, printed as the command does it, and read by a PDF library.

import { createServer } from "node:http";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, onTestFinished, test } from "vitest";
import { chromium } from "../../../scripts/vscode/chromium.js";
import { printPage } from "../../src/pdf/print.js";
import { desk } from "../support/board-paper.js";
import { pictures } from "../support/pictures.js";
import { fixture, pageOf } from "./support/papers.js";

const browser = chromium((sentence) => console.log(sentence));
const machine = { env: { CHROME_PATH: browser }, platform: process.platform };

/** Prints papers, and opens what comes of them. */
async function printed(text: string) {
  const { run, bytes, write } = desk({ "a.paper.md": text });
  write("plan.png", pictures.png);
  expect(await run(["export", "a.paper.md", "--to", "pdf"], { machine })).toMatchObject({
    stdout: "Written: a.pdf\n",
  });
  const pdf = await getDocumentProxy(new Uint8Array(bytes("a.pdf")));
  return { pdf, raw: bytes("a.pdf").toString("latin1"), words: await extractText(pdf) };
}

test("a PDF is tagged, titled, in its language, on A4, with page numbers", async () => {
  const { pdf, raw, words } = await printed(
    fixture("sample.paper.md").replace("Questions can", "![The plan](plan.png) Questions can"),
  );
  const { info } = await getMeta(pdf);
  expect(info).toMatchObject({
    Title: "Custody visiting in the winter quarter – Strategic Policing and Crime Board",
    Creator: "Board Papers",
    Language: "en-GB",
  });
  expect(raw).toMatch(/\/MarkInfo\s*<<\/Type\s*\/MarkInfo\s*\/Marked true|\/Marked true/);
  expect(raw).toContain("/DisplayDocTitle true");
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  const pages = words.text;
  expect(pages.length).toBe(pdf.numPages);
  pages.forEach((text, i) => {
    expect(text).toContain(`Page ${i + 1} of ${pages.length}`);
  });
  expect(await rolesOf(pdf)).toEqual(
    expect.arrayContaining(["H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "Figure"]),
  );
  const outline = await pdf.getOutline();
  expect(outline.flatMap((it) => [it.title, ...it.items.map((inner) => inner.title)]).join("\n")).toContain(
    "Purpose of paper",
  );
  const flat = pages.join(" ").replace(/\s+/g, " ");
  expect(flat).toMatch(
    /1\. This report tells.*2\. The Board is asked.*3\. We said.*4\. We did.*8\. Questions/,
  );
  expect(flat).not.toMatch(/a reason that readers are not shown|Go to paragraph|Copy link|Contents/);
});

test("its links lead to places in it and on the web, and name no file of this computer", async () => {
  const { pdf, raw } = await printed(
    fixture("sample.paper.md").replace("Questions can", "See [the annex](annex.pdf). Questions can"),
  );
  const links: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    for (const { url, dest } of await (await pdf.getPage(number)).getAnnotations())
      links.push(url ?? `#${dest}`);
  expect(links).toEqual(expect.arrayContaining(["#table-a", "#paragraph-5", "https://example.org/guide"]));
  expect(raw).not.toMatch(/file:|\/tmp|annex\.pdf/);
});

test("a hostile paper is words in a PDF, too", async () => {
  const { pdf, raw, words } = await printed(fixture("hostile.paper.md"));
  expect(raw).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm|AcroForm)\b/);
  const links: unknown[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    for (const { url, unsafeUrl } of await (await pdf.getPage(number)).getAnnotations())
      links.push(url ?? unsafeUrl);
  expect(links.filter((it) => it !== undefined)).toEqual([]);
  expect(words.text.join(" ")).toMatch(/The end of the paper/);
});

test("a page that would run scripts and fetch things does neither while it is printed", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const page = pageOf(fixture("sample.paper.md"))
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(
      "</main>",
      `<p id="said">still</p><img src="http://127.0.0.1:${port}/image"><script>document.getElementById("said").textContent = "changed"; fetch("http://127.0.0.1:${port}/fetch")</script></main>`,
    );
  const print = await printPage(page, browser);
  if (print.kind !== "pdf") throw new Error(print.sentence);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(print.bytes)), {
    mergePages: true,
  });
  expect(text).toContain("still");
  expect(text).not.toContain("changed");
  expect(asked).toEqual([]);
});

test("a browser that takes too long is ended", async () => {
  const print = await printPage(pageOf(fixture("sample.paper.md")), browser, { timeLimit: 1 });
  expect(print).toEqual({
    kind: "failed",
    sentence: `${browser} had not printed the page after 0 seconds.`,
  });
});

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The roles that screen readers are told, of all pages. */
async function rolesOf(pdf: Pdf): Promise<string[]> {
  const roles = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number++)
    visit(await (await pdf.getPage(number)).getStructTree());
  return [...roles];

  function visit(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    if ("role" in node && typeof node.role === "string") roles.add(node.role);
    if ("children" in node && Array.isArray(node.children)) node.children.forEach(visit);
  }
}
