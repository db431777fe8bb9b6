// What a command may touch of the world. Only main.ts knows the process behind it.

import type { Machine } from "./pdf/browsers.js";

/** Where text, or the bytes of a file, are written to: a terminal, a pipe, a file, or a test's list. */
export interface Output {
  readonly write: (content: string | Uint8Array) => void;
  readonly isTerminal: boolean;
  /** The width to lay text out for. */
  readonly columns: number;
  readonly colour: boolean;
  /** Whether nobody reads any more, as when the output was piped to `head`. */
  readonly closed: boolean;
}

/** The disk, as far as it can fail in ways that a command answers for. */
export interface Disk {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Writes a new file whole, or throws. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** The world of one command. */
export interface Io {
  readonly cwd: string;
  /** Reads standard input to its end. */
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly disk: Disk;
  /** The environment and the platform, by which programs are found. */
  readonly machine: Machine;
  /** Starts to ask whoever sits at the terminal; missing where nobody does. */
  readonly converse?: (() => Conversation) | undefined;
}

/** Questions and answers on a terminal. */
export interface Conversation {
  readonly ask: (question: string) => Promise<Answer>;
  readonly close: () => void;
}

/** A line that was typed, or that the input ended, or that whoever was asked stopped it (Ctrl+C). */
export type Answer =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "ended" }
  | { readonly kind: "stopped" };

/** 0: nothing found that counts. 1: findings. 2: the command could not do what it was asked. */
export type ExitStatus = 0 | 1 | 2;
