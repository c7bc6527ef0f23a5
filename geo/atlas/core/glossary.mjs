// Which words of a text are short names that the glossary spells out.

/** @import {Term} from '../payload' */

/**
 * Finds the terms of a glossary in a text: its pieces in order, each with the key of its term, or null. A plural is the
 * term with an s after it.
 * @param {Record<string, Term>} glossary
 * @returns {(text: string) => {text: string, key: string | null}[]}
 */
export function createTermFinder(glossary) {
  const keys = new Map(Object.entries(glossary).map(([key, {term}]) => [term, key]));
  const terms = new RegExp(`\\b(${[...keys.keys()].join('|')})(?=s?\\b)`);
  return (text) =>
    text
      .split(terms)
      .map((piece, i) => ({text: piece, key: i % 2 ? (keys.get(piece) ?? null) : null}))
      .filter((piece) => piece.text);
}
