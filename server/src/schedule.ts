/** Work that is run once a thing has been quiet for a while, and for one thing never twice at a time. */
export class Schedule {
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #busy = new Set<string>();
  readonly #next = new Map<string, () => Promise<void>>();

  /** Runs the task after `delay` ms, if nothing else is scheduled for the key until then. */
  later(key: string, delay: number, task: () => Promise<void>): void {
    this.#unschedule(key);
    this.#waiting.set(
      key,
      setTimeout(() => this.now(key, task), delay),
    );
  }

  /**
   * Runs the task. While an earlier one of the key is not done, the newest waits and those between are dropped: a
   * client that is slow to read gets the last state, and not a queue that grows.
   */
  now(key: string, task: () => Promise<void>): void {
    this.#unschedule(key);
    if (this.#busy.has(key)) this.#next.set(key, task);
    else void this.#run(key, task);
  }

  /** Drops all that waits. */
  clear(): void {
    for (const key of [...this.#waiting.keys()]) this.#unschedule(key);
    this.#next.clear();
  }

  async #run(key: string, task: () => Promise<void>): Promise<void> {
    this.#busy.add(key);
    for (let next: (() => Promise<void>) | undefined = task; next; ) {
      try {
        await next();
      } catch {
        // What goes wrong is the task's own to report.
      }
      next = this.#next.get(key);
      this.#next.delete(key);
    }
    this.#busy.delete(key);
  }

  #unschedule(key: string): void {
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
  }
}
