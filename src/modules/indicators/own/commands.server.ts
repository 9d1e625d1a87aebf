import { err, ok } from '#core/result';
import { editing } from '#modules/records/server';
import { command } from '#platform/command';
import { ticked } from '#platform/fields';
import { holdRow } from '#platform/saving';
import * as v from 'valibot';
import { indicatorKind } from '../kinds.ts';
import { explainIndicatorProblem } from '../sentences.ts';
import { groupId, groupsProblem, groupTitles } from './groups.ts';
import { setRetired } from './indicators.store.server.ts';
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
