// A page as a PDF, printed by a browser that is installed.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sayDiskError } from "../problems.js";
import { BrowserEnded, type Devtools, startBrowser } from "./devtools.js";

/** A PDF, or a sentence that says why there is none. */
export type Print =
  | { readonly kind: "pdf"; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly sentence: string };

/** What a PDF names as the program that it comes from. */
export const creator = "Board Papers";

/** How long a browser may take, in milliseconds: long papers on slow machines, and no more. */
const patience = 180_000;

/**
 * Prints a page: A4 as its style says, tagged for screen readers, with an outline and its title. The page's scripts do not
 * run and nothing is fetched, whatever the page says. Never rejects.
 */
export async function printPage(
  html: string,
  program: string,
  { timeLimit = patience }: { readonly timeLimit?: number } = {},
): Promise<Print> {
  let profile: string;
  try {
    profile = await mkdtemp(join(tmpdir(), "board-paper-"));
  } catch (error) {
    const why = sayDiskError(error, "written");
    return failed(`The browser needs a folder for its files, and ${tmpdir()} cannot hold it. ${why}`);
  }
  try {
    const first = await attempt(html, program, argumentsFor(profile), timeLimit);
    // A browser that an administrator starts, or one within a container, may have no sandbox and says so at once.
    if (first.kind === "failed" && first.reason === "sandbox")
      return await attempt(html, program, [...argumentsFor(profile), "--no-sandbox"], timeLimit);
    return first;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

function argumentsFor(profile: string): string[] {
  return [
    ...["--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--hide-scrollbars"],
    ...[
      "--disable-extensions",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-default-apps",
    ],
    ...["--disable-component-update", "--disable-domain-reliability", "--metrics-recording-only"],
    // No name is found and no address is reached: the page has all that it needs.
    ...[
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--proxy-server=127.0.0.1:9",
      "--proxy-bypass-list=<-loopback>",
    ],
    `--user-data-dir=${profile}`,
    // The PDF names it as its creator, in place of a description of this computer.
    `--user-agent=${creator}`,
  ];
}

type Attempt = Print & { readonly reason?: "sandbox" };

async function attempt(
  html: string,
  program: string,
  args: readonly string[],
  timeLimit: number,
): Promise<Attempt> {
  let browser: Devtools | undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), timeLimit);
  });
  try {
    browser = startBrowser(program, args);
    const bytes = await Promise.race([print(browser, html), late]);
    return { kind: "pdf", bytes };
  } catch (error) {
    return failure(error, program, timeLimit);
  } finally {
    clearTimeout(timer);
    await browser?.close();
  }
}

class Late extends Error {}

async function print(browser: Devtools, html: string): Promise<Uint8Array> {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const session = String(sessionId);
  const ask = (method: string, parameters?: object) => browser.send(method, parameters, session);
  await ask("Page.enable");
  await ask("Emulation.setScriptExecutionDisabled", { value: true });
  const { frameTree } = await ask("Page.getFrameTree");
  const frameId = (frameTree as { readonly frame: { readonly id: string } }).frame.id;
  await ask("Page.setDocumentContent", { frameId, html });
  const { data } = await ask("Page.printToPDF", {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const bytes = Buffer.from(String(data), "base64");
  if (bytes.subarray(0, 5).toString("latin1") !== "%PDF-") throw new Error("What it gave is no PDF.");
  return bytes;
}

function failure(error: unknown, program: string, timeLimit: number): Attempt {
  if (error instanceof Late)
    return failed(`${program} had not printed the page after ${Math.round(timeLimit / 1000)} seconds.`);
  if (error instanceof BrowserEnded) {
    const reason = /sandbox/i.test(error.message) ? ({ reason: "sandbox" } as const) : {};
    return { ...failed(`${program} ended before it had printed the page.`), ...reason };
  }
  const message = error instanceof Error ? error.message : String(error);
  return failed(`${program} could not print the page: ${message.replace(/\.?$/, ".")}`);
}

function failed(sentence: string): { readonly kind: "failed"; readonly sentence: string } {
  return { kind: "failed", sentence };
}
