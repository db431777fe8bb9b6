// Where a browser is that can print: Chromium, Chrome or Edge, which print alike.

import { accessSync, constants, statSync } from "node:fs";
import { posix, win32 } from "node:path";

/** The machine that a browser is looked for on, as Node's `process` has it. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** A browser's program, or a sentence that says why there is none. */
export type BrowserSearch =
  | { readonly kind: "found"; readonly path: string }
  | { readonly kind: "none"; readonly sentence: string };

/**
 * Finds a browser: the one that the environment names as it does for other tools (CHROME_PATH, CHROMIUM,
 * PUPPETEER_EXECUTABLE_PATH), else one on the PATH, else one in a place where installers put it. One that is named and not
 * there is said, and no other taken in its place.
 */
export function findBrowser(machine: Machine, isProgram: (path: string) => boolean = isFile): BrowserSearch {
  for (const name of variables) {
    const path = machine.env[name];
    if (path === undefined || path === "") continue;
    if (isProgram(path)) return { kind: "found", path };
    return { kind: "none", sentence: `${name} names ${path}, and there is no such program.` };
  }
  const path = [...onPath(machine), ...usualPlaces(machine)].find(isProgram);
  return path === undefined ? { kind: "none", sentence: noBrowser } : { kind: "found", path };
}

const noBrowser =
  "There is no Chromium, Chrome or Edge on this computer. Install one, or name its program in CHROME_PATH.";

const variables = ["CHROME_PATH", "CHROMIUM", "PUPPETEER_EXECUTABLE_PATH"];

const names = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  ...["microsoft-edge", "microsoft-edge-stable", "msedge"],
];

function* onPath({ env, platform }: Machine): Generator<string> {
  const isWindows = platform === "win32";
  const { delimiter, join } = isWindows ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const name of names)
    for (const folder of folders) yield join(folder, isWindows ? `${name}.exe` : name);
}

function usualPlaces({ env, platform }: Machine): string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", ...(env.HOME ? [posix.join(env.HOME, "Applications")] : [])];
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return apps.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === "win32") {
    const folders = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA];
    const programs = ["Google\\Chrome", "Chromium", "Microsoft\\Edge"];
    return programs.flatMap((program) =>
      folders.flatMap((folder) =>
        folder === undefined
          ? []
          : [
              win32.join(
                folder,
                program,
                "Application",
                program.endsWith("Edge") ? "msedge.exe" : "chrome.exe",
              ),
            ],
      ),
    );
  }
  // Snaps and Flatpaks need not be on the PATH of a program that a desktop started.
  return ["/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
}

function isFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
