// Maps that are asked for what must be there, and values that are made once.

/**
 * The value of a key that must be there: one that is not is an error, not a blank.
 * @template Key
 * @template Value
 * @param {ReadonlyMap<Key, Value>} map
 * @param {Key} key
 * @returns {Value}
 */
export function entry(map, key) {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is known of ${key}`);
  return value;
}

/**
 * A value for each key, made when it is first asked for.
 * @template Key
 * @template Value
 * @param {(key: Key) => Value} make
 * @returns {(key: Key) => Value}
 */
export function keep(make) {
  /** @type {Map<Key, {value: Value}>} */
  const kept = new Map();
  return (key) => {
    let one = kept.get(key);
    if (!one) kept.set(key, (one = {value: make(key)}));
    return one.value;
  };
}
