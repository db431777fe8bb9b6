// What papers are checked by: every board-paper.yaml that counts for an open paper, as it is now and as it last could be
// used. A paper's terms are found once and then known, so that a keystroke touches neither file nor config.

import {
  type Config,
  defaultSettings,
  isListed,
  readConfig,
  type Settings,
  settingsFor,
} from "@board-papers/core";
import { Emitter, type Event } from "vscode-languageserver";
import { configUris, isBelow, pathFrom, placeFor, uriKey } from "./config-uris.js";
import type { Files } from "./files.js";
import { configFile } from "./protocol.js";

/** What a document is judged by. Equal terms are the same value. */
export interface Terms {
  readonly settings: Settings;
  /** Whether the file's `papers` list the document, which makes it a paper. */
  readonly isListed: boolean;
}

/** What holds without a `board-paper.yaml`. */
export const builtInTerms: Terms = { settings: defaultSettings, isListed: false };

/** One `board-paper.yaml`. */
export interface ConfigFile {
  readonly uri: string;
  /** The editor's text where the file is open, else the disk's; `undefined` where there is no such file, or none is read. */
  readonly text: string | undefined;
  /** Whether the file is there and could not be read. What it last said holds on. */
  readonly isUnreadable: boolean;
  /** The version of the editor's text, or `null`. */
  readonly version: number | null;
  /** What the text says, problems and all. */
  readonly config: Config | undefined;
  /** What holds: what the text says, or, where that has problems, what was last said without any. */
  readonly good: Config | undefined;
  /** What was last said without problems by a text that is not empty: a file is that for a moment while it is written. */
  readonly said: Config | undefined;
}

/** A file as it is now and as it was. */
export interface ConfigChange {
  readonly file: ConfigFile;
  readonly before: ConfigFile | undefined;
}

/** A text that an editor has open. */
interface OpenText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** The configuration files of one session. */
export class Configs {
  readonly #files: Files;
  readonly #log: (error: unknown) => void;
  readonly #change = new Emitter<ConfigChange>();
  readonly #termsChange = new Emitter<readonly string[]>();
  /** Files that have been read or opened, also those that are not there; by key. */
  readonly #known = new Map<string, ConfigFile>();
  readonly #opened = new Map<string, OpenText>();
  /** The newest reading of each file; readings of one file follow one another. */
  readonly #readings = new Map<string, Promise<void>>();
  readonly #terms = new Map<string, Terms>();
  /** Where documents that have no folder yet are to lie. */
  readonly #places = new Map<string, string>();
  #folders: readonly string[] = [];

  constructor(files: Files, log: (error: unknown) => void) {
    this.#files = files;
    this.#log = log;
  }

  /** Tells of each file that changes, also when it is first seen. */
  get onDidChange(): Event<ConfigChange> {
    return this.#change.event;
  }

  /** Tells of documents whose terms are others now, or have to be looked for. */
  get onDidChangeTerms(): Event<readonly string[]> {
    return this.#termsChange.event;
  }

  /** The workspace folders, in the client's order. Terms of documents without a folder may change with them. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  set folders(folders: readonly string[]) {
    this.#folders = folders;
    this.#renewTerms();
  }

  /** What the document is judged by; `undefined` while a file that may say it has not been read. */
  terms(uri: string): Terms | undefined {
    const known = this.#terms.get(uri);
    if (known) return known;
    const terms = this.#findTerms(uri);
    if (terms) this.#terms.set(uri, terms);
    return terms;
  }

  /** What a document there would be judged by, once that is known. It need not be open, or be at all. */
  async termsThere(uri: string): Promise<Terms> {
    await this.load(uri);
    return this.#findTerms(uri) ?? builtInTerms;
  }

  /** Reads what has to be read until the document's terms are known. Never rejects. */
  async load(uri: string): Promise<void> {
    const folder = this.#folderFor(uri);
    for (const it of this.#urisFor(uri)) {
      const key = uriKey(it);
      if (!this.#known.has(key)) await (this.#readings.get(key) ?? this.#read(it));
      if (isThere(this.#known.get(key))) break;
    }
    if (this.#folderFor(uri) !== folder) await this.load(uri);
  }

  /**
   * Reads again the files that were read for a document, in case nobody tells that they changed, and what has to be read
   * then. Never rejects.
   */
  async reload(uri: string): Promise<void> {
    const known = this.#urisFor(uri).filter((it) => this.#known.has(uriKey(it)));
    await Promise.all(known.map((it) => this.#read(it)));
    await this.load(uri);
  }

  /** Reads a file again, which the client says has changed on the disk. One that was never looked for is left. */
  async changed(uri: string): Promise<void> {
    const key = uriKey(uri);
    if (this.#known.has(key) || this.#readings.has(key)) await this.#read(uri);
  }

  /** The editor has the file open with this text, which counts from now on. */
  opened(document: OpenText): void {
    this.#opened.set(uriKey(document.uri), document);
    this.#settle(document.uri, this.#known.get(uriKey(document.uri))?.text);
  }

  /** The editor has closed the file: what is on the disk counts again. */
  closed(uri: string): Promise<void> {
    this.#opened.delete(uriKey(uri));
    return this.#read(uri);
  }

  /** A document that has no folder yet is to lie in this one, or beside this Markdown file. */
  place(uri: string, at: string): void {
    this.#places.set(uri, placeFor(at));
    this.#renewTerms();
  }

  /** Forgets the terms of a document that has been closed. */
  forget(uri: string): void {
    this.#terms.delete(uri);
    this.#places.delete(uri);
  }

  /** The file of that address, if it has been read or opened. */
  file(uri: string): ConfigFile | undefined {
    return this.#known.get(uriKey(uri));
  }

  /** The file that holds for a document, whether or not it can be used; `undefined` where there is none, or none is known. */
  fileFor(uri: string): ConfigFile | undefined {
    return this.#urisFor(uri)
      .map((it) => this.#known.get(uriKey(it)))
      .find(isThere);
  }

  /** Where a first file for a document belongs: in its workspace folder, or beside it where it has none. */
  newFileUri(uri: string): string | undefined {
    const placed = this.#places.get(uri);
    const folder =
      this.#folders.find((it) => isBelow(it, placed === undefined ? uri : `${placed}/`)) ??
      (isUnsaved(uri) && placed === undefined ? this.#folders[0] : undefined);
    return folder === undefined ? this.#urisFor(uri)[0] : `${folder.replace(/\/+$/, "")}/${configFile}`;
  }

  #urisFor(uri: string): string[] {
    return configUris(uri, this.#folderFor(uri));
  }

  /** The folder that a document without one counts as in. */
  #folderFor(uri: string): string | undefined {
    return this.#places.get(uri) ?? this.#folders[0];
  }

  #findTerms(uri: string): Terms | undefined {
    for (const it of this.#urisFor(uri)) {
      const file = this.#known.get(uriKey(it));
      if (!file) return undefined;
      if (isThere(file)) return this.#termsIn(file, uri);
    }
    return builtInTerms;
  }

  #termsIn({ uri, good }: ConfigFile, document: string): Terms {
    if (!good) return builtInTerms;
    const path = pathFrom(uri, document, this.#folderFor(document));
    return { settings: settingsFor(good, path), isListed: isListed(good, path) };
  }

  #read(uri: string): Promise<void> {
    const key = uriKey(uri);
    const reading = (this.#readings.get(key) ?? Promise.resolve()).then(async () => {
      try {
        this.#settle(uri, await this.#files.read(uri));
      } catch (error) {
        this.#log(error);
        this.#settle(uri, this.#mayBeThere(uri) ? unreadable : undefined);
      }
      if (this.#readings.get(key) === reading) this.#readings.delete(key);
    });
    this.#readings.set(key, reading);
    return reading;
  }

  /** Whether a file that cannot be read may be there. Above a virtual workspace there are often no folders at all. */
  #mayBeThere(uri: string): boolean {
    return (
      /^file:/i.test(uri) ||
      this.#folders.length === 0 ||
      this.#folders.some((it) => isBelow(it, uri)) ||
      isThere(this.file(uri))
    );
  }

  /** Takes in a file's text on the disk; that of an editor comes before it. */
  #settle(uri: string, disk: string | undefined | typeof unreadable): void {
    const key = uriKey(uri);
    const opened = this.#opened.get(key);
    const before = this.#known.get(key);
    const now = opened?.text ?? disk;
    const isUnreadable = now === unreadable;
    const text = isUnreadable ? undefined : now;
    const version = opened?.version ?? null;
    if (before && before.text === text && before.isUnreadable === isUnreadable) {
      this.#known.set(key, { ...before, version });
      return;
    }
    const file = {
      uri: before?.uri ?? uri,
      text,
      isUnreadable,
      version,
      ...said(text, isUnreadable, before),
    };
    this.#known.set(key, file);
    this.#change.fire({ file, before });
    this.#renewTerms();
  }

  /** Finds the terms of all documents anew, and tells whose are others, or have to be looked for. */
  #renewTerms(): void {
    const changed: string[] = [];
    for (const [uri, before] of this.#terms) {
      const terms = this.#findTerms(uri);
      if (terms?.settings === before.settings && terms.isListed === before.isListed) continue;
      if (terms) this.#terms.set(uri, terms);
      else this.#terms.delete(uri);
      changed.push(uri);
    }
    if (changed.length > 0) this.#termsChange.fire(changed);
  }
}

/** What a disk gives of a file that is there and cannot be read. */
const unreadable = Symbol("unreadable");

function isThere(file: ConfigFile | undefined): file is ConfigFile {
  return file !== undefined && (file.text !== undefined || file.isUnreadable);
}

/** What a file says with a text, and what holds then. */
function said(
  text: string | undefined,
  isUnreadable: boolean,
  before: ConfigFile | undefined,
): Pick<ConfigFile, "config" | "good" | "said"> {
  if (isUnreadable) return { config: undefined, good: before?.good, said: before?.said };
  if (text === undefined) return { config: undefined, good: undefined, said: undefined };
  const config = readConfig(text);
  const isWhole = config.problems.length === 0;
  const said = isWhole && text.trim() ? config : before?.said;
  return { config, good: isWhole ? config : said, said };
}

function isUnsaved(uri: string): boolean {
  return /^untitled:/i.test(uri);
}
