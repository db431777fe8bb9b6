// The papers whose pages are tested: the samples, and the published ones where they are at hand beside the checkout.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPaper, parsePaper, readConfig, renderPage } from "@board-papers/core";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** A paper by its name and its text. */
export interface SamplePaper {
  readonly name: string;
  readonly text: string;
}

/** The sample papers of the project. */
export const samples = papersIn(join(root, "test-fixtures/workspace/papers"));

/** Five published papers; none where they are not at hand. */
export const published = papersIn(join(root, "../shared/corpus/papers"));

/** A paper of `test-fixtures/page`. */
export function fixture(name: string): string {
  return readFileSync(join(root, "test-fixtures/page", name), "utf8");
}

/** Where a fixture lies. */
export function fixturePath(name: string): string {
  return join(root, "test-fixtures/page", name);
}

/** The page of a paper, by the configuration of the samples. */
export function pageOf(text: string): string {
  const { settings } = readConfig(
    readFileSync(join(root, "test-fixtures/workspace/board-paper.yaml"), "utf8"),
  );
  const paper = parsePaper(text);
  return renderPage(paper, checkPaper(paper, settings), settings);
}

function papersIn(folder: string): SamplePaper[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
