// A lesson in the hash of an address, packed by geo/lesson/link.py: its letters become what they hold.

export const MOST_LETTERS = 200_000;
export const MOST_BYTES = 320_000; // as geo/lesson/gate.py admits of a file
const PART = 'lesson=';
const FORMAT = 'deflate-raw';

/** What cannot be read: `name` is that of a sentence. */
export class LinkError extends Error {
  constructor(/** @type {string} */ name) {
    super(name);
    this.name = name;
  }
}

/**
 * The part of a hash that holds a lesson, as `lesson=…`; null where there is none.
 * @param {string} hash
 * @returns {string | null}
 */
export const lessonPart = (hash) =>
  hash
    .replace('#', '')
    .split('&')
    .find((part) => part.startsWith(PART)) ?? null;

/** @param {string} letters */
function bytesOf(letters) {
  try {
    const text = atob(letters.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    throw new LinkError('broken');
  }
}

/** Engines of before 2023 unpack other forms, or none. */
function unpacking() {
  try {
    return new DecompressionStream(FORMAT);
  } catch {
    throw new LinkError('old');
  }
}

/**
 * The text of packed bytes; no more than a lesson may have is unpacked of them.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function textOf(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(unpacking()).getReader();
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let [text, size] = ['', 0];
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new LinkError('large');
    }
    text += decoder.decode(value, {stream: true});
  }
}

/**
 * What the `lesson=…` of a hash holds, as it came; rejects with a LinkError.
 * @param {string} part
 * @returns {Promise<unknown>}
 */
export async function unpacked(part) {
  const letters = part.slice(PART.length);
  if (letters.length > MOST_LETTERS) throw new LinkError('large');
  const bytes = bytesOf(letters);
  try {
    return JSON.parse(await textOf(bytes));
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('broken');
  }
}
