// The sound of the years: plays what the score says. Fetched and made only for those who switched it on.

import {notesOf} from './score.mjs';

/** @import {Core, EarData} from '../types' */
/** @import {Note} from './score.mjs' */

const SOON_S = 0.02;
const ATTACK_S = 0.02;
const HUSH_S = 0.04; // a step gives way to the next

/**
 * @param {AudioContext} context
 * @param {AudioNode} to
 * @param {Note} note
 */
function sound(context, to, {at, seconds, hz, pan, gain}) {
  const start = context.currentTime + SOON_S + at;
  const tone = new OscillatorNode(context, {type: 'triangle', frequency: hz});
  const envelope = new GainNode(context, {gain: 0});
  envelope.gain.setValueAtTime(0, start);
  envelope.gain.linearRampToValueAtTime(gain, start + ATTACK_S);
  envelope.gain.linearRampToValueAtTime(0, start + seconds);
  tone.connect(envelope).connect(new StereoPannerNode(context, {pan})).connect(to);
  tone.start(start);
  tone.stop(start + seconds);
}

/**
 * @param {Pick<Core, 'root' | 'facts'> & {data: EarData}} from
 * @returns {{play: (from: number, to: number) => void}}
 */
export function createSound({root, facts, data}) {
  const context = new AudioContext();
  /** @type {GainNode | null} */
  let before = null;
  return {
    /** Play the step from one day to another. */
    play(from, to) {
      if (root.dataset.mask) return; // a question is open that the pitch would answer
      if (context.state === 'suspended') context.resume();
      before?.gain.setTargetAtTime(0, context.currentTime, HUSH_S / 2);
      before = new GainNode(context);
      before.connect(context.destination);
      for (const note of notesOf(facts, data.longitudes, from, to)) sound(context, before, note);
    },
  };
}
