import { err, ok } from '#core/result';
import { sightFor } from '#modules/disclosure/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { choices } from './choices.store.server.ts';
import { followedIndicators, safeOwnIndicators } from './followed.server.ts';
import { openView, ownView } from './indicator-view.server.ts';
import { groupsNeeded, openDraft, publishedCodes } from './open-followed.server.ts';
import * as open from './open.store.server.ts';
import { findOwnIndicator } from './own.store.server.ts';
import { indexFigures, whereaboutsOf } from './place.server.ts';
import { indicatorInput, needInput, valueInput, valuesInput, wholePlaceChoice } from './schema.ts';
import { areasHere } from './small-areas.server.ts';
import { valueAsForm } from './value-commands.server.ts';
import { areasInUse, countValues, valuesOf } from './values.store.server.ts';
import { newestOf } from './views.ts';

const noRecord = '00000000-0000-4000-8000-000000000000';

/** Every indicator the partnership follows, all or those that bear on an outcome or factor. */
export const viewNeed = query({
  name: 'indicators.view-need',
  needs: 'records:read',
  input: needInput,
  example: {},
  async run({ scope, input, tx }) {
    const all = await followedIndicators(tx, scope);
    const { factors, outcomes } = await getSpine(tx);
    const indicators = all.filter(
      (each) =>
        (input.outcome === '' || each.outcomes.some((id) => id === input.outcome)) &&
        (input.factor === '' || each.factors.some((id) => id === input.factor))
    );
    return ok({ indicators, followedCount: all.length, factors, outcomes });
  }
});

/** One indicator with everything known of it: an open one by its name, or one of the partnership's own. */
export const viewIndicator = query({
  name: 'indicators.view-indicator',
  needs: 'records:read',
  input: indicatorInput,
  example: { id: 'good-level-of-development', beside: ['own', 'nation', 'region'] },
  async run({ scope, input, tx }) {
    const view = v.is(v.pipe(v.string(), v.uuid()), input.id)
      ? await ownView(tx, scope, input.id)
      : await openView(tx, scope, input.id, chosenOf(input.beside));
    return view === null ? err({ kind: 'not-found' } as const) : ok(view);
  }
});

/** An empty list is a page that nobody has asked for comparators on; a form that asks for none still sends "own". */
function chosenOf(beside: readonly string[]): ReadonlySet<string> | null {
  return beside.length === 0 ? null : new Set(beside);
}

/** The leading figures of one of the partnership's own indicators, as a token may have them. */
export const viewOwnFiguresForApi = query({
  name: 'indicators.view-own-figures-for-api',
  needs: 'records:read',
  input: v.object({ id: v.string(), seesCounts: v.optional(v.boolean(), false) }),
  example: { id: noRecord },
  async run({ scope, input, tx }) {
    const sight = await sightFor(tx, scope, { way: 'api', seesCounts: input.seesCounts });
    const found = (await safeOwnIndicators(tx, scope, sight)).get(input.id);
    if (found === undefined) return err({ kind: 'not-found' } as const);
    return ok({ figures: found.figures });
  }
});

/** The open indicators a partnership may follow: those of its nation, with what is there for its own area. */
export const viewCatalogue = query({
  name: 'indicators.view-catalogue',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const where = await whereaboutsOf(tx, scope);
    const offered = (await open.loadedIndicators(tx)).filter(
      (each) =>
        each.countries.includes(where.nationName) &&
        each.areaLevels.some((level) => level !== 'ward')
    );
    const followed = await choices.list(tx, scope, { followed: true });
    const index = indexFigures(
      await open.openFigures(tx, {
        indicators: offered.map((each) => each.id),
        areas: publishedCodes(where),
        breakdowns: [...new Set(offered.flatMap(groupsNeeded))]
      })
    );
    const titles = new Map((await open.openGroups(tx)).map((group) => [group.id, group.title]));
    const { factors, outcomes } = await getSpine(tx);
    return ok({
      nationName: where.nationName,
      areaName: where.here?.name ?? null,
      factors,
      outcomes,
      indicators: offered.map((indicator) => {
        const draft = openDraft(indicator, where, index, titles).followed;
        const { isLocal, areaName, figures } = draft;
        return {
          ...draft,
          publisher: indicator.source.publisher,
          definition: indicator.definition,
          isFollowed: followed.some((choice) => choice.id === indicator.id),
          latest: newestOf(figures).latest,
          isLocal,
          areaName
        };
      })
    });
  }
});

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
    const values = await valuesOf(tx, scope, { indicators: [input.id], areas: 'every' });
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
