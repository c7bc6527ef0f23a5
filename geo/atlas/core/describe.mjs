// Units and statements in a sentence, for tips, labels and those who listen.

import {longDate} from './words.mjs';

/**
 * @param {{facts: any, t: (key: string, values?: object) => string}} from
 */
export function createDescriptions({facts, t}) {
  const wordsOf = ({quote, paraphrase}) => (quote ? `“${quote}”` : paraphrase);

  /** What a unit was a part of on a day, in words; empty where it was a state of its own. */
  function belonging(id, day) {
    const {relation} = facts.units.get(id).on(day);
    return relation && t(relation === 'part' ? 'card.part_of' : 'card.belonged_to', {state: facts.theStateOf(id, day)});
  }
  return {
    belonging,
    /** A unit's name and to whom it belonged; its status, and since when. */
    unit(id, day) {
      const {status, name, since: sinceWhen} = facts.units.get(id).on(day);
      const since = status === 'none' ? '' : sinceWhen;
      return [
        [name, belonging(id, day)].filter(Boolean).join(', '),
        t(`status.${status}.label`) + (since ? `, ${t('card.since', {date: longDate(since)})}` : ''),
      ];
    },
    /** What a statement's mark says to those who cannot see it. */
    statement(statement) {
      const {speaker, city, date, stance} = statement;
      return `${t(`stance.${stance}.label`)}: ${speaker}, ${city}, ${longDate(date)}. ${wordsOf(statement)}`;
    },
    /** The words of a statement; who said them, where, when and in which stance. */
    statementTip(id) {
      const {speaker, city, date, stance, ...said} = facts.statements.get(id);
      return [wordsOf(said), `${speaker} · ${city}, ${longDate(date)} · ${t(`stance.${stance}.label`)}`];
    },
  };
}
