import { err, ok } from '#core/result';
import { partInput } from '#modules/records';
import { editing, savedOrChanged } from '#modules/records/server';
import { command } from '#platform/command';
import { ticked } from '#platform/fields';
import { holdRow } from '#platform/saving';
import * as v from 'valibot';
import { choices, setFollowed } from './choices.store.server.ts';
import { openView } from './indicator-view.server.ts';
import { choiceKind, indicatorKind } from './kinds.ts';
import { loadedIndicators } from './open.store.server.ts';
import { groupId, groupsProblem, groupTitles } from './own-groups.ts';
import { setRetired } from './own.store.server.ts';
import { followInput } from './schema.ts';
import { explainIndicatorProblem } from './sentences.ts';
import { valuesOf } from './values.store.server.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Indicators that the partnership counts itself. A group that has values cannot be taken out. */
export const {
  add: addIndicator,
  change: changeIndicator,
  blank: blankIndicator,
  form: formOfIndicator
} = editing(indicatorKind, {
  example: {
    title: 'Families at talk groups',
    unit: 'count',
    betterWhen: 'high',
    frequency: 'month'
  },
  async check({ tx, scope, values, stored }) {
    const { unit, target } = values;
    if (unit === 'percent' && target !== null && (target < 0 || target > 100)) {
      return err({ kind: 'target-out-of-range' } as const);
    }
    const titles = groupTitles(values.groups);
    const problem = groupsProblem(titles, values);
    if (problem !== null) return err(problem);
    if (stored === null) return ok(values);
    // Nobody adds a value to a group while it is looked whether the group has any.
    await holdRow(tx, scope, 'indicator', stored.id);
    const kept = new Set(['all', ...titles.map(groupId)]);
    const wanted = { indicators: [stored.id], removed: 'with', areas: 'every' } as const;
    const isInUse = (await valuesOf(tx, scope, wanted)).some(
      ({ breakdown }) => !kept.has(breakdown)
    );
    return isInUse ? err({ kind: 'has-values' } as const) : ok(values);
  },
  explain: explainIndicatorProblem
});

/** Stops counting an indicator, or takes it up again. Its values stay. */
export const retireIndicator = command({
  name: 'indicators.retire-indicator',
  needs: indicatorKind.permission.remove,
  input: v.object({ id: v.pipe(v.string(), v.uuid()), retire: ticked }),
  example: { id: noRecord, retire: 'yes' },
  async run({ scope, input, tx, now }) {
    const found = await setRetired(tx, scope, input.id, input.retire ? now : null);
    return found ? ok({ isRetired: input.retire }) : err(notFound);
  }
});

/**
 * Follows open indicators, and drops those that were followed when the page was read and are not ticked any more.
 * What somebody else ticked meanwhile stays. Note and target of a dropped one are kept.
 */
export const followIndicators = command({
  name: 'indicators.follow-indicators',
  needs: 'indicators:edit',
  input: followInput,
  example: { follow: [] },
  async run({ scope, input, tx }) {
    const known = new Set<string>((await loadedIndicators(tx, input.follow)).map(({ id }) => id));
    const unknown = input.follow.find((id) => !known.has(id));
    if (unknown !== undefined) return err({ kind: 'unknown-open-indicator', id: unknown } as const);
    const dropped = input.before.filter((id) => !known.has(id));
    await setFollowed(tx, scope, input.follow, true);
    await setFollowed(tx, scope, dropped, false);
    return ok({ followed: input.follow.length, dropped: dropped.length });
  }
});

/** Changes what the partnership says about an open indicator that it follows: note, baseline, target, who looks after it. */
export const changeChoice = command({
  name: 'indicators.change-choice',
  needs: choiceKind.permission.change,
  // A published indicator is named by a word of the catalogue.
  input: partInput(
    choiceKind,
    ['note', 'ownerRole', 'baselinePeriod', 'target', 'targetBy', 'nextDue'],
    { id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)) }
  ),
  example: { id: 'good-level-of-development', note: 'Our first concern', version: 1 },
  async run({ scope, input, tx }) {
    const { id, version, ...values } = input;
    const stored = await choices.find(tx, scope, id);
    if (stored === null) return err(notFound);
    const period = values.baselinePeriod;
    if (period !== '' && period !== stored.baselinePeriod) {
      const figures = (await openView(tx, scope, id, null))?.followed.figures ?? [];
      const isKnown = figures.some((one) => one.period === period && one.value !== null);
      if (!isKnown) return err({ kind: 'no-figure-then', period } as const);
    }
    return savedOrChanged({ tx, scope, kind: choiceKind, id }, values, version);
  }
});
