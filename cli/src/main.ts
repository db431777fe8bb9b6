// The process behind the command line: its arguments, its streams and its exit status.

import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { WriteStream } from "node:tty";
import type { Answer, Conversation, Io, Output } from "./io.js";
import { sayDiskError } from "./problems.js";
import { run } from "./program.js";

void main();

async function main(): Promise<void> {
  const stdout = outputTo(process.stdout);
  const stderr = outputTo(process.stderr);
  const io: Io = {
    cwd: process.cwd(),
    stdin: readStdin,
    stdout: stdout.output,
    stderr: stderr.output,
    disk: { read: (path) => readFile(path), write: (path, bytes) => writeFile(path, bytes) },
    machine: { env: process.env, platform: process.platform },
    converse: process.stdin.isTTY && process.stderr.isTTY ? converse : undefined,
  };
  try {
    process.exitCode = await run(process.argv.slice(2), io);
  } catch (error) {
    process.exitCode = 2;
    stderr.output.write(`board-paper has a fault: ${error instanceof Error ? error.stack : error}\n`);
  }
  stdout.failed((error) => {
    process.exitCode = 2;
    stderr.output.write(`Standard output: ${sayDiskError(error, "written")}\n`);
  });
}

/** An output over a stream, and a way to be told, now or later, that it could not be written to. */
function outputTo(stream: NodeJS.WriteStream): {
  output: Output;
  failed: (say: (error: unknown) => void) => void;
} {
  let closed = false;
  let failure: unknown;
  let say: ((error: unknown) => void) | undefined;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    closed = true;
    // The reader of a pipe may go when it has seen enough; that is no failure.
    if (error.code === "EPIPE" || failure !== undefined) return;
    failure = error;
    say?.(error);
  });
  const output: Output = {
    write: (content) => {
      if (!closed) stream.write(content);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns || Number(process.env.COLUMNS) || 80,
    colour: !process.env.NO_COLOR && hasColours(stream),
    get closed() {
      return closed;
    },
  };
  return {
    output,
    failed: (listener) => {
      say = listener;
      if (failure !== undefined) listener(failure);
    },
  };
}

/** A terminal's own answer, or that of FORCE_COLOR, which speaks for a program that shows what it captures. */
function hasColours(stream: NodeJS.WriteStream): boolean {
  const forced = process.env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0";
  return stream.isTTY === true && (stream as WriteStream).hasColors();
}

/** Questions on standard error, which leave standard output to what was asked for. */
function converse(): Conversation {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let over: Answer | undefined;
  let done = false;
  let answer = (_: Answer): void => {};
  lines.on("line", (text) => answer({ kind: "line", text }));
  lines.on("SIGINT", () => {
    over = { kind: "stopped" };
    lines.close();
  });
  lines.on("close", () => {
    over ??= { kind: "ended" };
    // The question that nobody answered has not ended its line.
    if (!done) process.stderr.write("\n");
    answer(over);
  });
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (over) return resolve(over);
        answer = resolve;
        lines.setPrompt(question);
        lines.prompt();
      }),
    close: () => {
      done = true;
      lines.close();
    },
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
