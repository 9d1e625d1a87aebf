import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { editing, records } from '#modules/records/server';
import { lookKind } from './kinds.ts';

/** What was made of programmes, the latest first, as it is stored. */
export const looks = records(lookKind);

/** Saying how a programme goes. Refuses a day to come. */
export const {
  add: addLook,
  change: changeLook,
  remove: removeLook,
  blank: blankLook,
  form: formOfLook
} = editing(lookKind, {
  example: {
    programmeId: '00000000-0000-4000-8000-000000000000',
    lookedOn: '2026-03-01',
    acceptable: 'yes',
    feasible: 'partly',
    movesOutcomes: 'cannot-tell'
  },
  check: ({ values, now }) =>
    values.lookedOn > dateOf(now) ? err({ kind: 'looked-ahead' } as const) : ok(values),
  explain: () => ({
    field: 'lookedOn',
    sentence: 'This day has not come yet. Enter today or an earlier day.'
  })
});
