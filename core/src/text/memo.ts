/**
 * `compute`, remembered by its argument's identity. Arguments are immutable values, so there is nothing to
 * invalidate: a new version is a new key, and the old entry goes with the old value.
 */
export function memo<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: compute(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}
