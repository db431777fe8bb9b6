import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { desk, realDisk } from "./support/board-paper.js";
import { gap, marked, note, paper, sound, unused } from "./support/papers.js";
import { pictures } from "./support/pictures.js";

describe("export", () => {
  test("writes a page beside the paper", async () => {
    const { run, read, folder } = desk({ "november/a.paper.md": sound });
    expect(await run(["export"])).toEqual({
      stdout: "Written: november/a.html\n",
      stderr: "",
      status: 0,
    });
    expect(read("november/a.html")).toMatch(/^<!doctype html>.*<title>Reserves .*stands at £4\.2m/s);
    expect(readdirSync(join(folder, "november"))).toEqual(["a.html", "a.paper.md"]);
  });

  test("prints it with -, and what comes through standard input", async () => {
    const { run, read, folder } = desk({ "a.paper.md": sound });
    const printed = await run(["export", "a.paper.md", "-o", "-"]);
    expect(printed).toEqual({ stdout: expect.stringContaining("£4.2m"), stderr: "", status: 0 });
    expect(await run(["export", "-"], { stdin: sound })).toEqual(printed);
    expect(await run(["export", "--stdin-filename", "x.paper.md"], { stdin: sound })).toEqual(printed);
    expect(readdirSync(folder)).toEqual(["a.paper.md"]);
    await run(["export", "a.paper.md"]);
    expect(read("a.html")).toBe(printed.stdout);
  });

  test.each<[out: string, files: string[], said: string]>([
    ["board.html", ["a.paper.md", "board.html"], "board.html"],
    ["site/", ["a.paper.md", "site"], "site/a.html"],
    ["a/b/", ["a", "a.paper.md"], "a/b/a.html"],
    [".", ["a.html", "a.paper.md"], "a.html"],
  ])("--out %s", async (out, files, said) => {
    const { run, folder } = desk({ "a.paper.md": sound });
    expect(await run(["export", "a.paper.md", "--out", out])).toEqual({
      stdout: `Written: ${said}\n`,
      stderr: "",
      status: 0,
    });
    expect(readdirSync(folder)).toEqual(files);
  });

  test("several papers go into a folder", async () => {
    const { run, folder } = desk({ "x/a.paper.md": sound, "y/b.paper.md": sound, "y/note.md": note });
    expect((await run(["export", "x", "y", "--out", "site/"])).status).toBe(0);
    expect(readdirSync(join(folder, "site"))).toEqual(["a.html", "b.html"]);
  });

  test("a paper is exported with what is found in it, which is said and counts", async () => {
    const { run, folder } = desk({ "a.paper.md": gap, "b.paper.md": marked, "c.paper.md": unused });
    expect(await run(["export"])).toEqual({
      stdout: "Written: a.html\nWritten: b.html\nWritten: c.html\n",
      stderr: `a.paper.md: Exported with 1 to fix left. board-paper check shows them.
b.paper.md: Exported with 1 to check left. board-paper check shows them.
c.paper.md: Exported with 1 suggestion left. board-paper check shows them.
`,
      status: 1,
    });
    expect(readdirSync(folder)).toHaveLength(6);
    expect((await run(["export", "b.paper.md"])).status).toBe(0);
    expect((await run(["export", "b.paper.md", "--fail-on", "warning"])).status).toBe(1);
    expect(await run(["export", "a.paper.md", "--rule", "paragraph-sequence=off"])).toMatchObject({
      stderr: "",
      status: 0,
    });
  });

  test("goes by board-paper.yaml, or another file", async () => {
    const { run } = desk({
      "a.paper.md": gap,
      "board-paper.yaml": "rules: { paragraph-sequence: off }\n",
      "x.yaml": "rules: { paragraph-sequence: warning }\n",
      "broken.yaml": "rules: nonsense\n",
    });
    expect(await run(["export"])).toMatchObject({ stderr: "", status: 0 });
    expect((await run(["export", "--config", "x.yaml"])).stderr).toContain("1 to check");
    expect(await run(["export", "--config", "broken.yaml"])).toMatchObject({
      stdout: "",
      stderr: expect.stringMatching(/^broken\.yaml, line 1: /),
      status: 2,
    });
  });
});

describe("files that are there", () => {
  test("are replaced where they are exports, and not where they are anything else", async () => {
    const { run, read, write } = desk({ "a.paper.md": sound, "a.html": "<p>By hand</p>" });
    const refused = {
      stdout: "",
      stderr:
        "a.html: It is there already and is no export of a paper, so it is left as it is. --force replaces it.\n",
      status: 2,
    };
    expect(await run(["export"])).toEqual(refused);
    expect(read("a.html")).toBe("<p>By hand</p>");
    expect((await run(["export", "--force"])).status).toBe(0);
    const page = read("a.html");
    write("a.paper.md", sound.replace("£4.2m", "£4.3m"));
    expect((await run(["export"])).status).toBe(0);
    expect(read("a.html")).toBe(page.replace("£4.2m", "£4.3m"));
  });

  test("the paper itself is never replaced", async () => {
    const { run, read } = desk({ "a.paper.md": sound });
    expect(await run(["export", "a.paper.md", "--out", "./a.paper.md", "--force"])).toEqual({
      stdout: "",
      stderr: "a.paper.md: This is the paper itself, so it is left as it is.\n",
      status: 2,
    });
    expect(read("a.paper.md")).toBe(sound);
  });

  test("nor through a link to it", async () => {
    const { run, read, folder } = desk({ "a.paper.md": sound });
    symlinkSync("a.paper.md", join(folder, "link.paper.md"));
    expect(await run(["export", "link.paper.md", "--out", "a.paper.md", "--force"])).toEqual({
      stdout: "",
      stderr: "a.paper.md: This is the paper itself, so it is left as it is.\n",
      status: 2,
    });
    expect(read("a.paper.md")).toBe(sound);
  });

  test.skipIf(process.platform === "win32")("pipes and devices are not waited for", async () => {
    const { run, folder } = desk({ "a.paper.md": gap });
    execFileSync("mkfifo", [join(folder, "pipe")]);
    for (const out of ["pipe", "/dev/null"])
      expect(await run(["export", "a.paper.md", "--out", out, "--force"])).toEqual({
        stdout: "",
        stderr: `${out}: This is no file. --out - writes to standard output.\n`,
        status: 2,
      });
  });

  test("what is found is said of what is written", async () => {
    const { run } = desk({ "a.paper.md": gap, "a.html": "<p>By hand</p>", "b.paper.md": gap });
    expect(await run(["export"])).toEqual({
      stdout: "Written: b.html\n",
      stderr: `a.html: It is there already and is no export of a paper, so it is left as it is. --force replaces it.
b.paper.md: Exported with 1 to fix left. board-paper check shows them.
`,
      status: 2,
    });
    const said = "b.paper.md: Exported with 1 to fix left. board-paper check shows them.\n";
    const printed = ["export", "b.paper.md", "--out", "-"];
    expect(await run(printed)).toMatchObject({ stderr: said, status: 1 });
    // Whoever went away has not been given it; what was found in the paper counts all the same.
    expect(await run(printed, { closesAfter: 0 })).toEqual({ stdout: "", stderr: "", status: 1 });
    const pdf = await run([...printed, "--to", "pdf"]);
    expect(pdf).toMatchObject({ stderr: expect.not.stringContaining("Exported"), status: 2 });
  });

  test("two papers do not go into one file", async () => {
    const { run, folder } = desk({ "x/a.paper.md": sound, "y/a.paper.md": sound });
    expect(await run(["export", "--out", "site/"])).toEqual({
      stdout: "Written: site/a.html\n",
      stderr: "y/a.paper.md: It would be written to site/a.html, as x/a.paper.md is. Export it elsewhere.\n",
      status: 2,
    });
    for (const out of ["one.html", "-"])
      expect(await run(["export", "--out", out])).toEqual({
        stdout: "",
        stderr: "--out: Several papers do not fit into one file. Name a folder, with a / at its end.\n",
        status: 2,
      });
    expect(readdirSync(folder)).toEqual(["site", "x", "y"]);
  });

  test("a disk that is full leaves nothing behind", async () => {
    const { run, folder } = desk({ "a.paper.md": sound });
    const write = async () => Promise.reject(Object.assign(new Error("ENOSPC"), { code: "ENOSPC" }));
    expect(await run(["export"], { disk: { write } })).toEqual({
      stdout: "",
      stderr: "a.html: It cannot be written, because the disk is full.\n",
      status: 2,
    });
    expect(readdirSync(folder)).toEqual(["a.paper.md"]);
  });
});

describe("export refuses", () => {
  test.each<[string, string[], string]>([
    ["a missing paper", ["no.paper.md"], "no.paper.md: There is no such file or folder.\n"],
    ["what is no paper", ["note.md"], "export: None of these is a paper, so nothing was written.\n"],
    [
      "an empty name",
      ["a.paper.md", "-o", ""],
      "--out: The name is empty. Name a file or a folder, or say - to print it.\n",
    ],
    ["a missing folder", ["a.paper.md", "-o", "no/a.html"], "no: There is no such folder.\n"],
    [
      "another character set",
      ["latin.paper.md"],
      "latin.paper.md, line 16: A character here is not UTF-8; in Windows-1252 it would be £. Save the file as UTF-8, then try again.\n",
    ],
    [
      "another format",
      ["--to", "docx"],
      "board-paper: option '--to <format>' argument 'docx' is invalid. Allowed choices are html, pdf.\n",
    ],
  ])("%s", async (_name, args, stderr) => {
    const { run, folder } = desk({
      "a.paper.md": sound,
      "note.md": note,
      "latin.paper.md": Buffer.from(sound, "latin1"),
    });
    expect(await run(["export", ...args])).toEqual({ stdout: "", stderr, status: 2 });
    expect(readdirSync(folder)).toHaveLength(3);
  });
});

describe("pictures", () => {
  const showing = (...addresses: string[]) =>
    paper("1. The board is asked to note it.", ...addresses.map((it) => `![Plan](${it})`));

  test.each(Object.entries(pictures))("%s stands in the page itself", async (type, bytes) => {
    const { run, read } = desk({
      "a.paper.md": showing("images/a%20plan.bin?x#y"),
      "images/a plan.bin": bytes,
    });
    expect(await run(["export"])).toMatchObject({ stderr: "", status: 0 });
    const data = `data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`;
    expect(read("a.html")).toContain(`src="${data}"`);
  });

  test("those that are not shown are said, and the paper is exported", async () => {
    const { run, read, folder } = desk({
      "out/secret.png": pictures.png,
      "in/a.paper.md": showing(
        ...["no.png", "plan.svg", "../out/secret.png", "link.png", "https://example.org/x.png", "large.png"],
      ),
      "in/plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
      "in/large.png": Buffer.concat([pictures.png, Buffer.alloc(10_000_000)]),
    });
    symlinkSync("../out/secret.png", join(folder, "in/link.png"));
    const { stderr, status } = await run(["export", "in"]);
    const left = (picture: string, why: string) =>
      `in/a.paper.md: The picture ${picture} is not shown, only its alternative text. ${why}\n`;
    const elsewhere = "It is no file of the paper's folder.";
    expect(stderr).toBe(
      left("no.png", "There is no such file or folder.") +
        left("plan.svg", "It is no PNG, JPEG, GIF, WebP or AVIF.") +
        left("../out/secret.png", elsewhere) +
        left("link.png", elsewhere) +
        left("https://example.org/x.png", elsewhere) +
        left("large.png", "It has 10,000,067 bytes; up to 10,000,000 are put into a page.") +
        "in/a.paper.md: Exported with 1 to check left. board-paper check shows them.\n",
    );
    expect(status).toBe(2);
    expect(read("in/a.html")).not.toContain("<img");
    expect(read("in/a.html").match(/Picture: Plan/g)).toHaveLength(6);
  });
});

describe("--to pdf", () => {
  /** A machine whose browser is a program of ours that speaks as one. */
  function machine(folder: string, script: string) {
    const path = join(folder, "browser");
    writeFileSync(path, `#!${process.execPath}\n${script}`, { mode: 0o755 });
    return { env: { CHROME_PATH: path }, platform: process.platform };
  }

  const speaking = (answer: string) => `
const { createReadStream, createWriteStream } = require("node:fs");
const output = createWriteStream("", { fd: 4 });
let text = "";
createReadStream("", { fd: 3 }).on("data", (data) => {
  text += data;
  const messages = text.split("\\0");
  text = messages.pop();
  for (const { id, method, params } of messages.map((it) => JSON.parse(it))) {
    if (method === "Browser.close") process.exit();
    const result = { targetId: "t", sessionId: "s", frameTree: { frame: { id: "f" } } };
    ${answer}
    output.write(JSON.stringify({ id, result }) + "\\0");
  }
});`;

  const pdf = `if (method === "Page.printToPDF") result.data = Buffer.from("%PDF-1.4 /Creator (Board Papers) €", "latin1").toString("base64");`;

  test("a browser prints it, and it is replaced by the next", async () => {
    const { run, bytes, folder } = desk({ "a.paper.md": sound });
    const world = { machine: machine(folder, speaking(pdf)) };
    for (let i = 0; i < 2; i++)
      expect(await run(["export", "a.paper.md", "--to", "pdf"], world)).toEqual({
        stdout: "Written: a.pdf\n",
        stderr: "",
        status: 0,
      });
    expect(bytes("a.pdf").toString("latin1")).toMatch(/^%PDF-1\.4/);
    const printed = await run(["export", "a.paper.md", "--to", "pdf", "-o", "-"], world);
    expect(printed.stdout).toBe(bytes("a.pdf").toString("latin1"));
  });

  test.each<[string, string, RegExp]>([
    ["no PDF", speaking(`result.data = "QUJD";`), /could not print the page: What it gave is no PDF\.$/],
    ["an end", "process.exit(1);", /browser ended before it had printed the page\.$/],
    [
      "a refusal",
      speaking(
        `if (method === "Page.printToPDF") { output.write(JSON.stringify({ id, error: { message: "Printing failed" } }) + "\\0"); continue; }`,
      ),
      /could not print the page: Printing failed\.$/,
    ],
  ])("where a browser gives %s, the page is written to be printed", async (_name, script, says) => {
    const { run, folder } = desk({ "a.paper.md": sound });
    const world = { machine: machine(folder, script), columns: 200 };
    const { stdout, stderr, status } = await run(
      ["export", "a.paper.md", "--to", "pdf", "-o", "b.pdf"],
      world,
    );
    const [why, instead] = stderr.split("\n");
    expect({ stdout, status, why, instead }).toEqual({
      stdout: "",
      status: 2,
      why: expect.stringMatching(says),
      instead: "The page is written instead: b.html. Open it in a browser, and print it into a PDF.",
    });
    expect(readdirSync(folder)).toEqual(["a.paper.md", "b.html", "browser"]);
  });

  test("a browser that has no sandbox here is asked to do without", async () => {
    const { run, folder } = desk({ "a.paper.md": sound });
    const script = `if (!process.argv.includes("--no-sandbox")) { console.error("No usable sandbox!"); process.exit(1); }
const [profile] = process.argv.flatMap((it) => /^--user-data-dir=(.*)/.exec(it)?.[1] ?? []);
require("node:fs").writeFileSync(${JSON.stringify(join(folder, "profile"))}, profile);
${speaking(pdf)}`;
    const world = { machine: machine(folder, script) };
    expect(await run(["export", "--to", "pdf"], world)).toMatchObject({ stderr: "", status: 0 });
    expect(existsSync(readFileSync(join(folder, "profile"), "utf8"))).toBe(false);
  });

  test("without a browser the page is written, and nothing goes down a pipe", async () => {
    const { run, folder } = desk({ "a.paper.md": sound, "b.paper.md": sound });
    const none =
      "PDF: There is no Chromium, Chrome or Edge on this computer. Install one, or name its program in CHROME_PATH.\n";
    expect(await run(["export", "--to", "pdf"], { columns: 200 })).toEqual({
      stdout: "",
      stderr: `${none}The page is written instead: a.html. Open it in a browser, and print it into a PDF.
The page is written instead: b.html. Open it in a browser, and print it into a PDF.
`,
      status: 2,
    });
    expect(readdirSync(folder)).toEqual(["a.html", "a.paper.md", "b.html", "b.paper.md"]);
    const piped = await run(["export", "a.paper.md", "--to", "pdf", "-o", "-"]);
    expect(piped).toEqual({ stdout: "", stderr: none, status: 2 });
  });

  test("a folder for temporary files that is not there stops no paper", async () => {
    const { run, folder } = desk({ "a.paper.md": sound, "b.paper.md": sound });
    for (const name of ["TMPDIR", "TMP", "TEMP"]) vi.stubEnv(name, "/no/such/folder");
    onTestFinished(() => void vi.unstubAllEnvs());
    const world = { machine: machine(folder, speaking(pdf)), columns: 200 };
    const why = "The browser needs a folder for its files, and /no/such/folder cannot hold it.";
    expect((await run(["export", "--to", "pdf"], world)).stderr).toBe(
      ["a", "b"]
        .map(
          (name) => `${name}.paper.md: ${why} There is no such file or folder.
The page is written instead: ${name}.html. Open it in a browser, and print it into a PDF.
`,
        )
        .join(""),
    );
  });

  test("a browser that is named and not there is said", async () => {
    const { run } = desk({ "a.paper.md": sound });
    const machine = { env: { CHROME_PATH: "/no/such/browser" }, platform: "linux" };
    expect((await run(["export", "--to", "pdf"], { machine })).stderr).toContain(
      "PDF: CHROME_PATH names /no/such/browser, and there is no such program.\n",
    );
  });

  test("a terminal is not sent one", async () => {
    const { run } = desk({ "a.paper.md": sound });
    for (const args of [["a.paper.md", "-o", "-"], ["-"]])
      expect(await run(["export", ...args, "--to", "pdf"], { terminal: true, stdin: sound })).toEqual({
        stdout: "",
        stderr: "--out: A PDF cannot be shown on a terminal. Name a file.\n",
        status: 2,
      });
  });

  test("no PDF of others is replaced", async () => {
    const { run, folder, read } = desk({ "a.paper.md": sound, "a.pdf": "%PDF-1.4 /Creator (Writer)" });
    const world = { machine: machine(folder, speaking(pdf)) };
    expect(await run(["export", "a.paper.md", "--to", "pdf"], world)).toMatchObject({
      stdout: "",
      status: 2,
    });
    expect(read("a.pdf")).toContain("Writer");
  });
});

test("bytes are written as they are read back", async () => {
  const { run, folder } = desk({ "a.paper.md": sound });
  mkdirSync(join(folder, "site"));
  const short = (path: string, bytes: Uint8Array) => realDisk.write(path, bytes.subarray(0, 10));
  expect(await run(["export", "-o", "site"], { disk: { write: short } })).toMatchObject({
    stderr: "site/a.html: It cannot be written whole.\n",
    status: 2,
  });
  expect(readdirSync(join(folder, "site"))).toEqual([]);
});
