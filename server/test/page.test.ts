// The page of a paper, as a client of ours asks for it.

import { describe, expect, test } from "vitest";
import { LSPErrorCodes } from "vscode-languageserver/node";
import { type Page, type PageParams, pageMethod } from "../src/protocol.js";
import { paper } from "./harness.js";
import { startHere } from "./in-process.js";

const uri = "file:///papers/sample.paper.md";
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

/** A function that asks for the page of a paper with this text. */
async function pagesOf(text: string): Promise<(pictures?: PageParams["pictures"]) => Promise<Page>> {
  const server = await startHere();
  server.open(text, { uri });
  return (pictures) => {
    const parameters: PageParams = { uri, ...(pictures && { pictures }) };
    return server.connection.sendRequest<Page>(pageMethod, parameters);
  };
}

test("a page is the paper as it is in the editor", async () => {
  const server = await startHere();
  const document = server.open(paper("1. The reserve stands at £4.2m.\n"), { uri });
  document.replace("£4.2m", "£4.3m");
  const { html, wanted, left } = await server.connection.sendRequest<Page>(pageMethod, { uri });
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain("The reserve stands at £4.3m.");
  expect({ wanted, left }).toEqual({ wanted: [], left: [] });
});

describe("pictures", () => {
  const text = paper(
    "1. As ![a](my%20plan.png?x) and ![b](b.svg) and ![c](../c.png) and ![d](gone.png) show.\n",
  );

  test("those of the folder are wanted, and shown once they are given", async () => {
    const page = await pagesOf(text);
    const first = await page();
    expect(first.wanted).toEqual([
      { address: "my%20plan.png?x", path: "my plan.png" },
      { address: "b.svg", path: "b.svg" },
      { address: "gone.png", path: "gone.png" },
    ]);
    expect(first.left).toEqual(["../c.png"]);
    expect(first.html).not.toContain("<img");
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64");
    const second = await page({ "my%20plan.png?x": png, "b.svg": svg, "gone.png": null, "../c.png": null });
    expect({ ...second, html: "" }).toEqual({
      wanted: [],
      left: ["b.svg", "../c.png", "gone.png"],
      html: "",
    });
    expect(second.html.match(/<img[^>]*>/g)).toEqual([`<img src="data:image/png;base64,${png}" alt="a">`]);
  });

  test.each(["not base 64", "", `${png}" onerror="alert(1)`, "AAAA"])("%j is none", async (data) => {
    const page = await pagesOf(text);
    const { html, left } = await page({ "my%20plan.png?x": data });
    expect(html).not.toMatch(/<img|onerror/);
    expect(left).toContain("my%20plan.png?x");
  });

  test("one from elsewhere is not shown, whoever gives it", async () => {
    const page = await pagesOf(text);
    expect((await page({ "../c.png": png })).html).not.toContain("<img");
  });
});

test("there is no page of what is no paper", async () => {
  const server = await startHere();
  server.open("# Notes\n", { uri: "file:///notes.md", language: "markdown" });
  await expect(server.connection.sendRequest(pageMethod, { uri: "file:///notes.md" })).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
  });
});
