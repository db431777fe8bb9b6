// One line of progress on a terminal, gone before anything else is written.

import type { Io, Output } from "./io.js";
import { plain } from "./layout.js";

/** An `io` whose outputs wipe the progress line first, and the function that shows one. */
interface StatusLine {
  readonly io: Io;
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

/** A progress line on standard error; where that is no terminal, nothing is ever shown. */
export function statusLine(io: Io): StatusLine {
  let visible = false;
  const clear = () => {
    if (visible) io.stderr.write("\r\x1b[2K");
    visible = false;
  };
  const show = (text: string) => {
    if (!io.stderr.isTerminal) return;
    clear();
    io.stderr.write(plain(text).slice(0, io.stderr.columns - 1));
    visible = true;
  };
  const wiping = (output: Output): Output =>
    output.isTerminal
      ? {
          ...output,
          get closed() {
            return output.closed;
          },
          write: (content) => {
            clear();
            output.write(content);
          },
        }
      : output;
  return { io: { ...io, stdout: wiping(io.stdout), stderr: wiping(io.stderr) }, show, clear };
}
