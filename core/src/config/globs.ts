import { goesThrough, readGlob } from "./glob-steps.js";

/** Why a text cannot be a glob of the file, as a sentence; `undefined` when it can. */
export function globProblem(glob: string): string | undefined {
  const path = relative(glob);
  if (path === "") return 'Say which files, such as "archive/**/*.md".';
  if (glob.includes("\\")) return "Write / between folders, not \\.";
  if (/^(?:\/|~|[A-Za-z]:)/.test(path))
    return 'Say which files from this file\'s own folder on, such as "archive/**/*.md".';
  if (path.split("/").includes(".."))
    return "The files must lie in this file's folder or below it: .. cannot be used.";
  if (path.startsWith("!"))
    return "A glob says which files are meant; one that starts with ! cannot be used.";
  if (path.includes("!(")) return "A glob says which files are meant: !(…) cannot be used.";
  if (path.includes("|")) return "Write {a,b} for one of several, not (a|b).";
  if (/\{[^{},/]*\.\.[^{},/]*\}/.test(path)) return "Write out what may stand there, {1,2,3} and not {1..3}.";
  if (path.endsWith("/")) return `Say which files of the folder, such as "${path}**/*.md".`;
  if (path.length > 1000) return "This glob is too long.";
  return undefined;
}

/** What tells whether a path, relative to the file's folder and with "/", is one that the glob means. */
export function globMatcher(glob: string): (path: string) => boolean {
  const steps = readGlob(relative(glob));
  return (path) => goesThrough(steps, relative(path));
}

function relative(path: string): string {
  return path.replace(/^(?:\.\/+)+/, "");
}
