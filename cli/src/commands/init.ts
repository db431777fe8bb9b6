import { join, normalize, resolve, sep } from "node:path";
import { configFileName, starterConfig } from "@board-papers/core";
import { createFile, noFolder } from "../create-file.js";
import type { ExitStatus, Io } from "../io.js";
import { plain, wrap } from "../layout.js";
import { Problems } from "../problems.js";

/** What `init` is asked. */
interface InitArguments {
  /** The folder whose papers the file is for. */
  readonly folder: string;
}

/** Writes a commented configuration to start from, and says what to do with it. */
export async function init({ folder }: InitArguments, io: Io): Promise<ExitStatus> {
  if (folder === "") {
    new Problems(io.stderr).say("", noFolder);
    return 2;
  }
  const name = normalize(join(folder, configFileName)).replaceAll(sep, "/");
  const refusal = await createFile(io.disk, resolve(io.cwd, name), Buffer.from(starterConfig()));
  if (refusal !== undefined) {
    new Problems(io.stderr).say(refusal === noFolder ? normalize(folder) : name, refusal);
    return 2;
  }
  const lines = [
    `Written: ${name}. It holds for the papers in its folder and below, and changes nothing yet.`,
    "Open it and make the lines count that you want, then run board-paper check. Keep it with your papers, so that everyone checks by the same.",
  ];
  io.stdout.write(`${lines.flatMap((it) => wrap(plain(it), io.stdout.columns)).join("\n")}\n`);
  return 0;
}
