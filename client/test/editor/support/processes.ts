// The processes of one editor among all others of the computer, as `ps` lists them.

import { spawnSync } from "node:child_process";

/** The language servers that run below a process. */
export function languageServersBelow(pid: number): number[] {
  const all = processes();
  const below = new Set([pid]);
  // A parent is listed before its children, except where numbers began anew.
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const it of all) if (below.has(it.parent)) below.add(it.pid);
  }
  return all.filter((it) => below.has(it.pid) && /\bdist\/server\.js /.test(it.command)).map((it) => it.pid);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
