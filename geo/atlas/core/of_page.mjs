// Which membership a page of its own is of, as its address has it. Pure.

/** @import {RawFacts} from '../payload' */

export const MEMBERSHIP = 'membership';

/**
 * What stands behind the address of every page of what is told: `?membership=eu`, of NATO nothing.
 * @param {Pick<RawFacts, 'membership'>} facts
 */
export const ofPage = ({membership}) => (membership?.id ? `?${MEMBERSHIP}=${membership.id}` : '');
