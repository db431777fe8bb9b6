// The papers of a selection, read one at a time so that an archive of any size fits.

import { basename } from "node:path";
import { isPaper } from "@board-papers/core";
import { decode } from "./decode.js";
import { type Candidate, findFiles, type Selection } from "./find.js";
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
}

/** Who is told on the way. */
export interface Watcher {
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
  selection: Selection,
  io: Io,
  problems: Problems,
  { show, passOver = () => {} }: Watcher,
): AsyncGenerator<PaperFile> {
  const { files, folders } = await findFiles(selection, io, problems);
  const empty = new Set(folders);
  const step = Math.ceil(files.length / 200);
  for (const [i, candidate] of files.entries()) {
    if (files.length > many && i % step === 0)
      show(`Checking ${sayNumber(i + 1)} of ${sayNumber(files.length)} files…`);
    const before = problems.count;
    const read = await readText(candidate, io, problems);
    const paper = read?.isPaper ? read : undefined;
    if (read && !paper) passOver(read);
    if (paper || problems.count > before) for (const folder of candidate.folders) empty.delete(folder);
    if (paper) yield paper;
  }
  for (const folder of empty) {
    problems.say(
      folder === "." ? "This folder" : folder,
      "There are no papers here. A paper's name ends in .paper.md, or its paper details name a template.",
    );
  }
}

async function readText(
  candidate: Candidate,
  io: Io,
  problems: Problems,
): Promise<(PaperFile & { readonly isPaper: boolean }) | undefined> {
  const { file, path, named } = candidate;
  let bytes: Uint8Array;
  try {
    bytes = path === undefined ? await io.stdin() : await io.disk.read(path);
  } catch (error) {
    problems.say(file, sayDiskError(error, "read"));
    return undefined;
  }
  const decoded = decode(bytes);
  // Standard input without a name was meant as a paper by whoever piped it.
  const unnamed = path === undefined && file === "-";
  const wanted = (text: string) => unnamed || isPaper(basename(file), text);
  if (decoded.kind === "text") {
    const { text, bom } = decoded;
    return { file, path, bytes, text, bom, isPaper: wanted(text) };
  }
  // A note in a folder that is none of ours may be saved as it likes.
  if (named || wanted(decoded.guess)) problems.say(file, decoded.sentence, decoded.line);
  return undefined;
}
