import { expect, test } from "vitest";
import { findBrowser } from "../src/pdf/browsers.js";

const windows = { ProgramFiles: "C:\\Program Files", LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local" };

/** What is found on a machine that has these programs. */
function found(platform: string, env: Record<string, string>, ...programs: string[]) {
  return findBrowser({ platform, env }, (path) => programs.includes(path));
}

test.each<[string, string, Record<string, string>, string[], string]>([
  ["on the PATH", "linux", { PATH: "/bin:/usr/bin" }, ["/usr/bin/google-chrome"], "/usr/bin/google-chrome"],
  [
    "Chromium before Chrome, wherever they are",
    "linux",
    { PATH: "/bin:/usr/bin" },
    ["/bin/google-chrome", "/usr/bin/chromium"],
    "/usr/bin/chromium",
  ],
  [
    "the one that is named before any other",
    "linux",
    { PATH: "/usr/bin", CHROME_PATH: "/opt/mine" },
    ["/usr/bin/chromium", "/opt/mine"],
    "/opt/mine",
  ],
  [
    "as other tools name it",
    "linux",
    { PUPPETEER_EXECUTABLE_PATH: "/opt/mine", CHROME_PATH: "" },
    ["/opt/mine"],
    "/opt/mine",
  ],
  ["a snap without a PATH", "linux", {}, ["/snap/bin/chromium"], "/snap/bin/chromium"],
  [
    "an app",
    "darwin",
    { PATH: "/usr/bin" },
    ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  [
    "an app of one's own",
    "darwin",
    { HOME: "/Users/a" },
    ["/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium"],
    "/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  [
    "a program of Windows",
    "win32",
    windows,
    ["C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe"],
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  [
    "a program of one user, before Edge",
    "win32",
    windows,
    [
      "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
      "C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe",
    ],
    "C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe",
  ],
  [
    "on the Path of Windows",
    "win32",
    { Path: "C:\\bin;D:\\tools" },
    ["D:\\tools\\chromium.exe"],
    "D:\\tools\\chromium.exe",
  ],
])("%s", (_name, platform, env, programs, path) => {
  expect(found(platform, env, ...programs)).toEqual({ kind: "found", path });
});

test("there may be none", () => {
  for (const platform of ["linux", "darwin", "win32"])
    expect(found(platform, { PATH: "/usr/bin" })).toEqual({
      kind: "none",
      sentence:
        "There is no Chromium, Chrome or Edge on this computer. Install one, or name its program in CHROME_PATH.",
    });
});

test("one that is named and not there is no reason to take another", () => {
  expect(found("linux", { PATH: "/usr/bin", CHROMIUM: "/opt/mine" }, "/usr/bin/chromium")).toEqual({
    kind: "none",
    sentence: "CHROMIUM names /opt/mine, and there is no such program.",
  });
});
