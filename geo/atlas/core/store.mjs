// One state, many listeners. `how` tells what moved it: 'drag', 'step', 'play', 'jump'.

export function createStore(initial) {
  let state = {...initial};
  const listeners = [];
  return {
    get: () => state,
    set(patch, how = 'jump') {
      const before = state;
      const next = {...state, ...patch};
      if (Object.keys(next).every((key) => next[key] === before[key])) return;
      state = next;
      for (const listener of listeners) listener(state, before, how);
    },
    listen: (listener) => listeners.push(listener),
  };
}
