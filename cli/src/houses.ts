// What papers are checked by: the nearest board-paper.yaml of each, or the one file that was named, and behind it
// what the command line says.

import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  type Config,
  configFileName,
  isListed,
  isPaper,
  readConfig,
  type Settings,
  settingsFor,
} from "@board-papers/core";
import { decode } from "./decode.js";
import type { Io } from "./io.js";
import { isMissing, type Problems, sayDiskError } from "./problems.js";
import { type RuleChoice, withChoices } from "./rule-choices.js";

/** What says what papers are checked by. */
export interface HouseArguments {
  /** The file that holds for all papers, in place of the nearest of each. */
  readonly config?: string | undefined;
  /** How rules count, whatever any file says. */
  readonly rules: readonly RuleChoice[];
}

/** What holds for one file. */
export interface House {
  readonly settings: Settings;
  /** Whether the file is a paper, by its name, its details or because the configuration lists it. */
  readonly takes: (text: string) => boolean;
}

/** A configuration, and where it lies; what is built in lies nowhere. */
interface Source {
  readonly config: Config;
  readonly folder: string | undefined;
}

/** Finds what holds for files. Each configuration is read once, and one that is broken is said once. */
export class Houses {
  readonly #io: Io;
  readonly #problems: Problems;
  readonly #args: HouseArguments;
  readonly #byFolder = new Map<string, Promise<Source | undefined>>();
  #named: Promise<Source | undefined> | undefined;

  constructor(args: HouseArguments, io: Io, problems: Problems) {
    this.#args = args;
    this.#io = io;
    this.#problems = problems;
  }

  /** Whether the configuration that was named, if one was, can be used. */
  async usable(): Promise<boolean> {
    return this.#args.config === undefined || (await this.#source("")) !== undefined;
  }

  /** What holds for a file by its absolute path; `undefined` where its configuration is broken, which has been said. */
  async of(path: string): Promise<House | undefined> {
    const source = await this.#source(dirname(path));
    if (!source) return undefined;
    const { config, folder } = source;
    const inner = folder === undefined ? "" : relative(folder, path).replaceAll(sep, "/");
    const settings = withChoices(settingsFor(config, inner), this.#args.rules);
    return {
      settings,
      takes: (text) => isListed(config, inner) || isPaper(basename(path), text, settings),
    };
  }

  /** What holds in a folder, for a paper without a name. */
  async in(folder: string): Promise<Settings | undefined> {
    const source = await this.#source(folder);
    return source && withChoices(source.config.settings, this.#args.rules);
  }

  async #source(folder: string): Promise<Source | undefined> {
    const { config } = this.#args;
    if (config === undefined) return this.#nearest(folder);
    this.#named ??= this.#readNamed(config);
    return this.#named;
  }

  #nearest(folder: string): Promise<Source | undefined> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const found = this.#find(folder);
    this.#byFolder.set(folder, found);
    return found;
  }

  async #find(folder: string): Promise<Source | undefined> {
    const path = join(folder, configFileName);
    try {
      return this.#read(this.#shown(path), path, await this.#io.disk.read(path));
    } catch (error) {
      if (!isMissing(error)) {
        this.#problems.say(this.#shown(path), sayDiskError(error, "read"));
        return undefined;
      }
    }
    const parent = dirname(folder);
    return parent === folder ? { config: readConfig(""), folder: undefined } : this.#nearest(parent);
  }

  async #readNamed(file: string): Promise<Source | undefined> {
    const path = resolve(this.#io.cwd, file);
    try {
      return this.#read(file, path, await this.#io.disk.read(path));
    } catch (error) {
      this.#problems.say(file, sayDiskError(error, "read"));
      return undefined;
    }
  }

  #read(name: string, path: string, bytes: Uint8Array): Source | undefined {
    const decoded = decode(bytes);
    if (decoded.kind === "unreadable") {
      this.#problems.say(name, decoded.sentence, decoded.line);
      return undefined;
    }
    const config = readConfig(decoded.text);
    for (const { message, span } of config.problems)
      this.#problems.say(name, message, lineAt(decoded.text, span.start));
    return config.problems.length > 0 ? undefined : { config, folder: dirname(path) };
  }

  #shown(path: string): string {
    const name = relative(this.#io.cwd, path);
    return isAbsolute(name) ? name : name.replaceAll(sep, "/");
  }
}

/** The line, from 1, that an offset is on. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
