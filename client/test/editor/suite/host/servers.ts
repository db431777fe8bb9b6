/** The language servers that an extension host has started. `#servers` is what an extension host of a kind has. */
export interface Servers {
  /** How many were started since the suite was loaded. */
  readonly started: number;
  /** Whether the part of the extension that starts them has been loaded; `undefined` where it has no parts. */
  readonly isClientLoaded: boolean | undefined;
  /** How many run. */
  readonly running: number;
  /** Makes the one that was started last end without a word. */
  crash(): void;
  /** Has so many that are to be started next not be made. */
  refuse(count: number): void;
}
