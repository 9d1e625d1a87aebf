import { err, ok } from '#core/result';
import { sightFor } from '#modules/disclosure/server';
import { query } from '#platform/command';
import { findOwnIndicator } from './indicators.store.server.ts';
import { valueInput, valuesInput, wholePlaceChoice } from './schema.ts';
import { areasHere } from './small-areas.server.ts';
import { valueAsForm } from './value-commands.server.ts';
import { areasInUse, countValues, valuesOf } from './values.store.server.ts';
import { valuesBefore } from './values-before.store.server.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';
const valuesOnPage = 200;

/** The values of one of the partnership's own indicators, newest first, of every area or of one, with those that were removed. */
export const viewValues = query({
  name: 'indicators.view-values',
  needs: 'indicators:add-values',
  input: valuesInput,
  example: { id: noRecord },
  async run({ scope, input, tx }) {
    const indicator = await findOwnIndicator(tx, scope, input.id);
    if (indicator === null) return err({ kind: 'not-found' } as const);
    const area = input.area === wholePlaceChoice ? '' : input.area === '' ? null : input.area;
    const count = await countValues(tx, scope, input.id, area);
    const pages = Math.max(1, Math.ceil(count / valuesOnPage));
    const page = Math.min(input.page, pages);
    const wanted = {
      indicators: [input.id],
      areas: area === null ? ('every' as const) : { id: area }
    };
    const of = (offset: number) => ({ newest: { limit: valuesOnPage, offset } });
    const used = new Set(await areasInUse(tx, scope, input.id));
    const { areas } = await areasHere(tx, scope);
    return ok({
      indicator,
      values: await valuesOf(tx, scope, { ...wanted, ...of((page - 1) * valuesOnPage) }),
      removed: await valuesOf(tx, scope, { ...wanted, ...of(0), removed: 'only' }),
      count,
      page,
      pages,
      area: input.area,
      /** Those that may be chosen, and those that have values. */
      areas,
      areasInUse: areas.filter((each) => used.has(each.id))
    });
  }
});

/** Every value of one of the partnership's own indicators, of every area, to be taken away. */
export const viewValuesToTake = query({
  name: 'indicators.view-values-to-take',
  needs: 'records:read',
  input: valueInput,
  example: { id: noRecord },
  async run({ scope, input, tx }) {
    const indicator = await findOwnIndicator(tx, scope, input.id);
    if (indicator === null) return err({ kind: 'not-found' } as const);
    const now = await valuesOf(tx, scope, { indicators: [input.id], areas: 'every' });
    const values = { now, before: (await valuesBefore(tx, scope, [input.id]))(input.id) };
    const sight = await sightFor(tx, scope, { way: 'export' });
    return ok({ indicator, values, sight, areas: (await areasHere(tx, scope)).areas });
  }
});

/** One value of the partnership's own, as its form shows it. */
export const viewValue = query({
  name: 'indicators.view-value',
  needs: 'indicators:add-values',
  input: valueInput,
  example: { id: noRecord },
  async run({ scope, input, tx }) {
    const [value] = await valuesOf(tx, scope, { id: input.id });
    const indicator = value && (await findOwnIndicator(tx, scope, value.indicatorId));
    if (!value || !indicator) return err({ kind: 'not-found' } as const);
    const { areas } = await areasHere(tx, scope);
    return ok({ indicator, value, areas, fields: valueAsForm(value, indicator, areas) });
  }
});
