import { chmodSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyPatch } from "diff";
import { describe, expect, test } from "vitest";
import { desk, realDisk } from "./support/board-paper.js";
import { gap, marked, mixed, note, paper, sound, unmarked } from "./support/papers.js";

describe("safe repairs", () => {
  test("are made, and what is left is counted", async () => {
    const { run, read } = desk({ "a.paper.md": mixed, "b.paper.md": sound, "c.paper.md": marked });
    expect(await run(["fix"])).toEqual({
      stdout: `a.paper.md: 1 place repaired.
c.paper.md: 1 place repaired.
2 of 3 papers repaired. Left for you: 1 to fix, 1 suggestion. board-paper check
shows them.
`,
      stderr: "",
      status: 0,
    });
    expect(read("a.paper.md")).toBe(mixed.replace("**2.**", "2."));
    expect(read("b.paper.md")).toBe(sound);
    expect(read("c.paper.md")).toBe(unmarked);
  });

  test("twice is once", async () => {
    for (const options of [[], ["--renumber"]]) {
      const { run, bytes, folder } = desk({ "a.paper.md": mixed, "c.paper.md": marked });
      await run(["fix", ...options]);
      const once = [bytes("a.paper.md"), bytes("c.paper.md")];
      const before = statSync(join(folder, "a.paper.md"));
      expect((await run(["fix", ...options])).stdout).toMatch(/^2 papers checked: nothing to repair\./);
      expect([bytes("a.paper.md"), bytes("c.paper.md")]).toEqual(once);
      expect(statSync(join(folder, "a.paper.md")).ino).toBe(before.ino);
    }
  });

  test("what check calls fixable is gone after fix", async () => {
    const { run } = desk({ "a.paper.md": mixed, "c.paper.md": marked });
    await run(["fix"]);
    const findings: { fixable: boolean }[] = JSON.parse((await run(["check", "--format", "json"])).stdout);
    expect(findings.filter((it) => it.fixable)).toEqual([]);
  });

  test("keep line ends, also mixed ones, the byte order mark and the last line as they are", async () => {
    const mixedEnds = marked.replace(/\n(?=\*\*2)/, "\r\n").replace(/\n$/, "");
    for (const text of [marked.replaceAll("\n", "\r\n"), `\ufeff${marked}`, mixedEnds]) {
      const { run, bytes } = desk({ "a.paper.md": text });
      await run(["fix"]);
      expect(bytes("a.paper.md").toString()).toBe(text.replace("**2.**", "2."));
    }
  });

  test("keep the mode, and write through a link", async () => {
    const { run, folder, read } = desk({ "papers/a.paper.md": marked });
    chmodSync(join(folder, "papers/a.paper.md"), 0o640);
    symlinkSync("papers/a.paper.md", join(folder, "link.paper.md"));
    await run(["fix", "link.paper.md"]);
    expect(read("papers/a.paper.md")).toBe(unmarked);
    expect(statSync(join(folder, "papers/a.paper.md")).mode & 0o777).toBe(0o640);
    expect(
      readdirSync(folder, { withFileTypes: true })
        .find((it) => it.name === "link.paper.md")
        ?.isSymbolicLink(),
    ).toBe(true);
  });

  test("leave other Markdown alone", async () => {
    const { run, read } = desk({ "note.md": note });
    expect(await run(["fix", "note.md"])).toMatchObject({ stderr: "", status: 0 });
    expect(read("note.md")).toBe(note);
  });
});

describe("--renumber", () => {
  const text = paper("1. See paragraph 4.", "3. One.", "4. Two, see paragraphs 3 to 4.");

  test("numbers the whole paper, and references follow", async () => {
    const { run, read } = desk({ "a.paper.md": text });
    expect(await run(["fix", "--renumber"])).toEqual({
      stdout: "a.paper.md: 5 numbers changed.\n1 paper repaired.\n",
      stderr: "",
      status: 0,
    });
    expect(read("a.paper.md")).toBe(
      paper("1. See paragraph 3.", "2. One.", "3. Two, see paragraphs 2 to 3."),
    );
  });

  test("says which references it left, where they are now, and why", async () => {
    const ambiguous = paper("1. One.", "**2.** Two.", "2. Three.", "5. See paragraph 2, and paragraph 5.");
    const { run, read } = desk({ "a.paper.md": ambiguous });
    const { stdout, status } = await run(["fix", "--renumber"]);
    expect(read("a.paper.md")).toBe(
      paper("1. One.", "2. Two.", "3. Three.", "4. See paragraph 2, and paragraph 4."),
    );
    expect(stdout).toContain("\n  line 20  ‘paragraph 2’ is left as it is.");
    expect(status).toBe(0);
  });

  test("not unasked", async () => {
    const { run, read } = desk({ "a.paper.md": text });
    await run(["fix"]);
    expect(read("a.paper.md")).toBe(text);
  });
});

describe("--dry-run", () => {
  test("prints a diff and writes nothing", async () => {
    const { run, read } = desk({ "a.paper.md": mixed, "b.paper.md": sound });
    const { stdout, stderr, status } = await run(["fix", "--dry-run", "--renumber"]);
    expect(stdout).toMatchInlineSnapshot(`
      "--- a/a.paper.md
      +++ b/a.paper.md
      @@ -13,6 +13,6 @@
       
       1. The Violence Reduction Unit (VRU) has a reserve.
       
      -**2.** It stands at £4.2m.
      +2. It stands at £4.2m.
       
      -4. It is not used.
      +3. It is not used.
      "
    `);
    expect(stderr).toBe(
      "1 of 2 papers would be repaired. Left for you: 1 suggestion. board-paper check\nshows them.\n",
    );
    expect(status).toBe(0);
    expect(read("a.paper.md")).toBe(mixed);
  });

  test("the diff leads to what fix writes", async () => {
    for (const text of [mixed, `\ufeff${mixed.replaceAll("\n", "\r\n")}`, marked.trimEnd()]) {
      const { run, read } = desk({ "a.paper.md": text });
      const { stdout } = await run(["fix", "--dry-run", "--renumber"]);
      const patched = applyPatch(text, stdout, { autoConvertLineEndings: false });
      await run(["fix", "--renumber"]);
      expect(patched).toBe(read("a.paper.md"));
    }
  });

  test("has nothing to print where nothing would change", async () => {
    const { run } = desk({ "a.paper.md": gap });
    expect((await run(["fix", "--dry-run"])).stdout).toBe("");
  });
});

describe("standard input", () => {
  test("comes out repaired, and nothing is said", async () => {
    const { run } = desk();
    const bom = `\ufeff${mixed}`;
    expect(await run(["fix", "-"], { stdin: bom })).toEqual({
      stdout: bom.replace("**2.**", "2."),
      stderr: "",
      status: 0,
    });
    expect(await run(["fix", "-"], { stdin: sound })).toEqual({ stdout: sound, stderr: "", status: 0 });
  });

  test("comes out as it went in when it is not a paper", async () => {
    const { run } = desk();
    expect(await run(["fix", "-", "--stdin-filename", "note.md"], { stdin: note })).toEqual({
      stdout: note,
      stderr: "",
      status: 0,
    });
  });

  test("what a renumbering left is said beside it", async () => {
    const { run } = desk();
    const stdin = paper("1. One.", "2. Two.", "2. Three.", "3. See paragraph 2.");
    const { stdout, stderr } = await run(["fix", "-", "--renumber"], { stdin });
    expect(stdout).toBe(paper("1. One.", "2. Two.", "3. Three.", "4. See paragraph 2."));
    expect(stderr).toContain("line 20  ‘paragraph 2’ is left as it is.");
  });
});

describe("a paper is never lost", () => {
  test("when writing fails half way", async () => {
    const { run, bytes, folder } = desk({ "a.paper.md": marked, "b.paper.md": marked });
    const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    const write = async (path: string, text: Uint8Array) => {
      if (!path.includes("a.paper.md")) return realDisk.write(path, text);
      await writeFile(path, text.subarray(0, 10));
      throw full;
    };
    expect(await run(["fix"], { disk: { write } })).toMatchObject({
      stderr: "a.paper.md: It cannot be written, because the disk is full.\n",
      status: 2,
    });
    expect(bytes("a.paper.md").toString()).toBe(marked);
    expect(bytes("b.paper.md").toString()).toBe(unmarked);
    expect(readdirSync(folder).sort()).toEqual(["a.paper.md", "b.paper.md"]);
  });

  test("when less is written than was asked", async () => {
    const { run, read, folder } = desk({ "a.paper.md": marked });
    const write = (path: string, text: Uint8Array) => writeFile(path, text.subarray(0, 100));
    expect(await run(["fix"], { disk: { write } })).toMatchObject({
      stderr: "a.paper.md: It cannot be written whole.\n",
      status: 2,
    });
    expect(read("a.paper.md")).toBe(marked);
    expect(readdirSync(folder)).toEqual(["a.paper.md"]);
  });

  test("when someone else changes it meanwhile", async () => {
    const { run, read, write } = desk({ "a.paper.md": marked });
    const theirs = `${marked}\n3. Added by a colleague.\n`;
    const disk = {
      read: async (path: string) => {
        const bytes = await realDisk.read(path);
        if (path.endsWith("a.paper.md")) write("a.paper.md", theirs);
        return bytes;
      },
    };
    expect(await run(["fix"], { disk })).toMatchObject({
      stderr: "a.paper.md: Another program changed it in the meantime, so it is left as it is.\n",
      status: 2,
    });
    expect(read("a.paper.md")).toBe(theirs);
  });

  test("when it is read-only", async () => {
    const { run, bytes, folder } = desk({ "a.paper.md": marked, "b.paper.md": marked });
    chmodSync(join(folder, "a.paper.md"), 0o444);
    const before = statSync(join(folder, "a.paper.md"));
    expect(await run(["fix"])).toMatchObject({
      stderr: "a.paper.md: This file is read-only, so it is left as it is.\n",
      status: 2,
    });
    expect(bytes("a.paper.md").toString()).toBe(marked);
    expect(statSync(join(folder, "a.paper.md"))).toMatchObject({ ino: before.ino, mode: before.mode });
    expect(bytes("b.paper.md").toString()).toBe(unmarked);
  });

  test("a read-only paper with nothing to repair is no problem", async () => {
    const { run, folder } = desk({ "a.paper.md": sound });
    chmodSync(join(folder, "a.paper.md"), 0o444);
    expect((await run(["fix"])).status).toBe(0);
  });
});
