// A document that stands apart from all pages, in a frame of its own: it fetches one table that its page names, as a
// stranger to the site that has it, and hands the bytes over. The server has no part in it.

/** @typedef {'offline' | 'unreached' | 'missing' | 'closed' | 'refused' | 'large' | 'slow'} Failure */
/** @typedef {{bytes: ArrayBuffer} | {failure: Failure}} Outcome */

const PATIENCE_MS = 30_000;
const NOT_FOUND = [404, 410];
const CLOSED = [401, 403];

/**
 * What an address has, at most so many bytes of it; what is more is not waited for.
 * @param {string} address
 * @param {number} most
 * @returns {Promise<Outcome>}
 */
export async function fetched(address, most, patience = PATIENCE_MS) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(address, {
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
    });
    if (NOT_FOUND.includes(answer.status)) return {failure: 'missing'};
    if (CLOSED.includes(answer.status)) return {failure: 'closed'};
    if (!answer.ok) return {failure: 'refused'};
    return await whole(answer, most);
  } catch {
    return {failure: stop.signal.aborted ? 'slow' : navigator.onLine === false ? 'offline' : 'unreached'};
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** @param {Response} answer @param {number} most @returns {Promise<Outcome>} */
async function whole(answer, most) {
  if (Number(answer.headers.get('Content-Length')) > most) return {failure: 'large'};
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) return {failure: 'large'};
    parts.push(part.value);
  }
  return {bytes: await new Blob(parts).arrayBuffer()};
}

/** Take one address of the page that holds the frame, which has to be of our own site. */
function serve() {
  const ours = location.origin;
  addEventListener('message', async ({source, origin, data}) => {
    if (source !== parent || origin !== ours) return;
    const outcome = await fetched(String(data.address), Number(data.most));
    parent.postMessage(outcome, ours, 'bytes' in outcome ? [outcome.bytes] : []);
  });
  parent.postMessage({isReady: true}, ours);
}

if (globalThis.parent && parent !== globalThis.self) serve();
