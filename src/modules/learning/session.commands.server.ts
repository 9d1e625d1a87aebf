import { err, ok } from '#core/result';
import { editing, records } from '#modules/records/server';
import { sessionKind } from './kinds.ts';
import { endsBeforeItStarts } from './rules.ts';
import { explainLearningProblem } from './sentences.ts';

export const sessions = records(sessionKind);

/** The diary of learning sessions. One from which something was taken back, or for which a storyboard was made, stays. */
export const {
  add: addSession,
  change: changeSession,
  remove: removeSession
} = editing(sessionKind, {
  example: {
    title: 'Learning session 2',
    startsOn: '2026-05-12',
    awayTeam: [{ role: 'Room lead', organisation: 'Brook nursery', speaksFor: 'the Blue room' }]
  },
  check({ values }) {
    if (endsBeforeItStarts(values)) return err({ kind: 'ends-before-it-starts' } as const);
    if (values.host !== 'here' && values.hostName === '') {
      return err({ kind: 'host-missing' } as const);
    }
    return ok(values);
  },
  explain: explainLearningProblem
});
