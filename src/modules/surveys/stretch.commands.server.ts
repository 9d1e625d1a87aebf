import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { editing } from '#modules/records/server';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { stretchKind } from './kinds.ts';
import { stretchRecords } from './responses.store.server.ts';
import { explainSurveyProblem as explain } from './sentences.ts';
import { heldSurvey } from './survey.commands.server.ts';

type Fixed = { readonly kind: 'not-found' } | { readonly kind: 'removed-already' };

/** Holds a survey whose single answers are still here: what was set aside when they were removed stays as it was said. */
async function holdAnswered(
  tx: Tx,
  scope: WriteScope,
  surveyId: string
): Promise<Result<undefined, Fixed>> {
  const survey = await heldSurvey(tx, scope, surveyId);
  if (survey === null) return err({ kind: 'not-found' });
  return survey.answersRemovedOn === null ? ok() : err({ kind: 'removed-already' });
}

/** Sets answers aside by the days on which they came by link, with a reason; changes the days or the reason; brings them back. */
export const {
  add: setAnswersAside,
  change: changeStretch,
  remove: bringAnswersBack,
  form: formOfStretch
} = editing(stretchKind, {
  example: {
    surveyId: '00000000-0000-4000-8000-000000000000',
    fromOn: '2026-01-20',
    toOn: '2026-01-20',
    reason: 'A hundred alike within an hour'
  },
  async check({ tx, scope, values, now }) {
    const held = await holdAnswered(tx, scope, values.surveyId);
    if (!held.ok) return held;
    if (values.fromOn > dateOf(now)) return err({ kind: 'day-ahead', field: 'fromOn' } as const);
    if (values.toOn < values.fromOn) return err({ kind: 'days-backwards' } as const);
    return ok(values);
  },
  async mayRemove({ tx, scope, id }) {
    const stored = await stretchRecords.find(tx, scope, id);
    return stored === null ? err({ kind: 'not-found' }) : holdAnswered(tx, scope, stored.surveyId);
  },
  explain
});
