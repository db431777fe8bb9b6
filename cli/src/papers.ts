// The papers of a selection, read one at a time so that an archive of any size fits.

import { resolve } from "node:path";
import type { Settings } from "@board-papers/core";
import { type Decoded, decode } from "./decode.js";
import { type Candidate, findFiles, type Selection } from "./find.js";
import { type House, type HouseArguments, Houses } from "./houses.js";
import type { Io } from "./io.js";
import { type Problems, sayDiskError } from "./problems.js";
import { sayNumber } from "./wording.js";

/** A paper as it was read. */
export interface PaperFile {
  /** The name shown. */
  readonly file: string;
  /** Where it lies, or `undefined` for standard input. */
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
  /** The text, without the byte order mark. */
  readonly text: string;
  readonly bom: boolean;
  /** What holds for it. */
  readonly settings: Settings;
}

/** Who is told on the way. */
interface Watcher {
  /** Gets a line about the progress. */
  readonly show: (progress: string) => void;
  /** Gets the files that turn out not to be papers. */
  readonly passOver?: (file: PaperFile) => void;
}

/** From how many files on there is a progress line. */
const many = 50;

/**
 * Reads the papers of a selection in the order of their names. What cannot be read is said, and so are folders
 * without papers.
 */
export async function* readPapers(
  selection: Selection & HouseArguments,
  io: Io,
  problems: Problems,
  { show, passOver = () => {} }: Watcher,
): AsyncGenerator<PaperFile> {
  const houses = new Houses(selection, io, problems);
  if (!(await houses.usable())) return;
  const { files, folders } = await findFiles(selection, io, problems);
  const empty = new Set(folders);
  const step = Math.ceil(files.length / 200);
  for (const [i, candidate] of files.entries()) {
    if (files.length > many && i % step === 0)
      show(`Checking ${sayNumber(i + 1)} of ${sayNumber(files.length)} files…`);
    const before = problems.count;
    const house = await houseOf(candidate, houses, io);
    const read = house && (await readText(candidate, house, io, problems));
    const paper = read?.isPaper ? read : undefined;
    if (read && !paper) passOver(read);
    if (paper || !house || problems.count > before)
      for (const folder of candidate.folders) empty.delete(folder);
    if (paper) yield paper;
  }
  for (const folder of empty) {
    problems.say(
      folder === "." ? "This folder" : folder,
      "There are no papers here. A paper's name ends in .paper.md, or its paper details name a template.",
    );
  }
}

/** What holds for a file; for standard input, where a file of its name would lie. */
async function houseOf({ file, path }: Candidate, houses: Houses, { cwd }: Io): Promise<House | undefined> {
  // Standard input without a name was meant as a paper by whoever piped it.
  if (path === undefined && file === "-") {
    const settings = await houses.in(cwd);
    return settings && { settings, takes: () => true };
  }
  return houses.of(path ?? resolve(cwd, file));
}

async function readText(
  candidate: Candidate,
  house: House,
  io: Io,
  problems: Problems,
): Promise<(PaperFile & { readonly isPaper: boolean }) | undefined> {
  const { file, path, named } = candidate;
  let bytes: Uint8Array;
  let decoded: Decoded;
  try {
    bytes = path === undefined ? await io.stdin() : await io.disk.read(path);
    decoded = decode(bytes);
  } catch (error) {
    problems.say(file, sayDiskError(error, "read"));
    return undefined;
  }
  if (decoded.kind === "text") {
    const { text, bom } = decoded;
    return { file, path, bytes, text, bom, settings: house.settings, isPaper: house.takes(text) };
  }
  // A note in a folder that is none of ours may be saved as it likes.
  if (named || house.takes(decoded.guess)) problems.say(file, decoded.sentence, decoded.line);
  return undefined;
}
