import type { Page } from "playwright-core";

/** A VS Code that tests drive. Each window and each run of a suite has an editor of its own, new and clean. */
export interface Editor {
  /** Which it is, for reports. */
  readonly name: string;
  /** Opens a window in which the extension is there. */
  open(options: WindowOptions): Promise<EditorWindow>;
  /** Runs the suite of a host within its extension host, until the editor says how that ended. */
  runSuite(options: SuiteOptions): Promise<SuiteRun>;
  /** Ends what the windows share. */
  close(): Promise<void>;
}

/** Which program runs the extension: Node, or a Web Worker of the browser. */
export type ExtensionHost = "node" | "web";

/** What a window starts with. */
export interface WindowOptions {
  /** The folder that it shows, or the `.code-workspace` file. */
  readonly workspace: string;
  /** Where the extension comes from: this checkout, or its package, installed as a user would. */
  readonly extension: "checkout" | "package";
  /** What runs it; Node where nothing is said. Packages run in Node. */
  readonly host?: ExtensionHost;
  /** Settings of the user. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the folder has to be trusted first. */
  readonly asksForTrust?: boolean;
}

/** What keeps traces of what went on in an editor. */
export interface Traced {
  /** Puts a screenshot and all logs into a folder. Never rejects. */
  keep(folder: string): Promise<void>;
  /** Ends the editor. */
  close(): Promise<void>;
}

/** An open window. */
export interface EditorWindow extends Traced {
  readonly page: Page;
  /** What the window and the extension host have printed. */
  readonly printed: readonly string[];
}

/** A suite to be run. */
export interface SuiteOptions {
  readonly host: ExtensionHost;
  /** The folder that the window shows, or the `.code-workspace` file. */
  readonly workspace: string;
}

/** A suite that is running, or has been run. */
export interface SuiteRun extends Traced {
  /** What the suite and the editor have printed. */
  readonly printed: readonly string[];
  /**
   * The editor's own word on how it ended, 0 for success. It is no proof: an extension host that crashed gives it, too.
   * Rejects when nothing comes in time.
   */
  readonly status: Promise<number>;
}
