import { expect, test, vi } from "vitest";
import { desk } from "./support/board-paper.js";
import { marked } from "./support/papers.js";

vi.mock("../src/fix-text.js", async (original) => {
  const real = await original<typeof import("../src/fix-text.js")>();
  return {
    fixText: (text: string, asked: Parameters<typeof real.fixText>[1]) =>
      text.includes("lone")
        ? { ...real.fixText(text, asked), text: "\ud83d" }
        : { kind: "refused", sentence: "Its repairs contradict one another, so it is left as it is." },
  };
});

test("a paper whose repairs do not settle is left as it is", async () => {
  const { run, read } = desk({ "a.paper.md": marked });
  expect(await run(["fix"])).toEqual({
    stdout: "",
    stderr: "a.paper.md: Its repairs contradict one another, so it is left as it is.\n",
    status: 2,
  });
  expect(read("a.paper.md")).toBe(marked);
});

test("nothing is written that would not read back", async () => {
  const text = `${marked}\nlone\n`;
  const { run, read } = desk({ "a.paper.md": text });
  expect(await run(["fix"])).toEqual({
    stdout: "",
    stderr: "a.paper.md: Its repair would not be readable text, so it is left as it is.\n",
    status: 2,
  });
  expect(read("a.paper.md")).toBe(text);
});
