import { readdirSync } from "node:fs";
import { link } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { createFile } from "../src/create-file.js";
import { desk, realDisk } from "./support/board-paper.js";

vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof import("node:fs/promises")>()),
  link: vi.fn(),
}));

const refusing = (code: string) =>
  vi.mocked(link).mockRejectedValue(Object.assign(new Error(`${code}: link`), { code }));

test.each(["EPERM", "ENOTSUP", "EISDIR"])("a file system that says %s of second names", async (code) => {
  refusing(code);
  const { folder, read } = desk();
  expect(await createFile(realDisk, `${folder}/a.md`, Buffer.from("One"))).toBe(undefined);
  expect(await createFile(realDisk, `${folder}/a.md`, Buffer.from("Two"))).toBe(
    "It is there already, so it is left as it is.",
  );
  expect(read("a.md")).toBe("One");
  expect(readdirSync(folder)).toEqual(["a.md"]);
});

test("a failure that is none of that is said, and leaves nothing behind", async () => {
  refusing("ENOSPC");
  const { folder } = desk();
  expect(await createFile(realDisk, `${folder}/a.md`, Buffer.from("One"))).toBe(
    "It cannot be written, because the disk is full.",
  );
  expect(readdirSync(folder)).toEqual([]);
});
