// Seeded random draws for generated papers and edits: the same seed gives the same draws on every machine.

/** A stream of random draws. Each draw moves the stream on, so the order of calls is part of the result. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items; an empty list is a mistake of the caller. */
  pick<T>(items: readonly T[]): T;
  /** The items in a random order; the list itself is left as it is. */
  shuffle<T>(items: readonly T[]): T[];
}

/** A stream of draws from `seed`, by the mulberry32 generator. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  return {
    int,
    chance: (probability) => unit() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError("There is nothing to pick from.");
      return items[int(0, items.length - 1)] as T; // The index is within the list, which may hold undefined itself.
    },
    shuffle: <T>(items: readonly T[]): T[] => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = int(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T]; // Both are in the list.
      }
      return shuffled;
    },
  };
}
