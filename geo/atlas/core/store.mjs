// One state, many listeners. `how` tells what moved it: 'drag', 'step', 'play', 'jump'.

/**
 * @template {object} State
 * @param {State} initial
 */
export function createStore(initial) {
  let state = {...initial};
  /** @type {((state: State, before: State, how: string) => void)[]} */
  const listeners = [];
  return {
    get: () => state,
    /** Change a part of the state; nobody is told where nothing changes. */
    set(/** @type {Partial<State>} */ patch, how = 'jump') {
      const before = state;
      const names = /** @type {(keyof State)[]} */ (Object.keys(patch));
      if (names.every((name) => patch[name] === before[name])) return;
      state = {...before, ...patch};
      for (const listener of listeners) listener(state, before, how);
    },
    /** Be told each change: `listener(state, before, how)`. */
    listen: (/** @type {(state: State, before: State, how: string) => void} */ listener) => listeners.push(listener),
  };
}
