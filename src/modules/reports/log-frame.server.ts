import { dateOf } from '#core/dates';
import { ok } from '#core/result';
import { judgedByOf, milestonesOf, planOf } from '#modules/delivery/server';
import { followedIndicators } from '#modules/indicators/server';
import { visionOf } from '#modules/partnerships/server';
import { chosen } from '#modules/priorities/server';
import { risksOf } from '#modules/resources/server';
import { namesOf } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { logFrameOf } from './log-frame.ts';

/** The plan as a log-frame, from the records of every module. Nothing of it is stored. */
export const viewLogFrame = query({
  name: 'reports.view-log-frame',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    // One after the other: they share the connection of one transaction.
    const names = namesOf(await getSpine(tx));
    const { outcomes } = await chosen(tx, scope);
    const plan = await planOf(tx, scope);
    const indicators = (await followedIndicators(tx, scope)).map((one) => ({
      ...one,
      title: one.plainTitle
    }));
    const lines = logFrameOf({
      vision: (await visionOf(tx, scope)).text,
      outcomes: outcomes.map(({ outcome, ages }) => ({
        id: outcome,
        title: names.outcome(outcome),
        ages: ages.map(names.age)
      })),
      plan,
      milestones: await milestonesOf(tx, scope),
      indicators,
      measures: (await judgedByOf(tx, scope, plan.aims)).measures,
      risks: await risksOf(tx, scope)
    });
    return ok({ lines, today: dateOf(now) });
  }
});
