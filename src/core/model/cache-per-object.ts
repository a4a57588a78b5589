// Remembers what was computed from an object for as long as the object is in use.

/** A function that calls `compute` once per key. Keys must be immutable, as exchanges are: a result is never computed again. */
export function cachePerObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const results = new WeakMap<Key, Value>();
  return (key) => {
    const cached = results.get(key);
    if (cached !== undefined || results.has(key)) return cached as Value;
    const value = compute(key);
    results.set(key, value);
    return value;
  };
}
