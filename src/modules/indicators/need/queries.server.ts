import { ok, err } from '#core/result';
import { sightFor } from '#modules/disclosure/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import { text } from '#platform/fields';
import * as v from 'valibot';
import type { Sight } from '#modules/disclosure';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { compare } from '../comparing/compare.ts';
import { indexFigures } from '../comparing/grounds.ts';
import { whereaboutsOf } from '../comparing/place.server.ts';
import { newestOf } from '../figures/lines.ts';
import type { Choice } from '../kinds.ts';
import * as open from '../open/store.server.ts';
import { loadedIndicators } from '../open/store.server.ts';
import { ownIndicators } from '../own/indicators.store.server.ts';
import { type SafeOwnValue, safeOwnValues } from '../own/protection.ts';
import { valuesOf } from '../own/values.store.server.ts';
import { valuesBefore } from '../own/values-before.store.server.ts';
import { choices } from './choices.store.server.ts';
import type { DueFigures } from './due.ts';
import { type FollowedIndicator, needOf, type NeedOfFactor } from './followed.ts';
import {
  groupsNeeded,
  laidBeside,
  openDraft,
  peersAt,
  publishedCodes,
  sayingsOf
} from './open-summary.ts';
import { ownFollowed } from './own-summary.ts';

/** Every indicator the partnership follows, open ones in the order of the catalogue and its own by title. */
export async function followedIndicators(tx: Tx, scope: ReadScope): Promise<FollowedIndicator[]> {
  const chosen = await choices.list(tx, scope, { followed: true });
  const fromOpen = chosen.length === 0 ? [] : await openFollowed(tx, scope, chosen);
  const own = await ownIndicators(tx, scope);
  const values =
    own.length === 0 ? [] : await valuesOf(tx, scope, { indicators: own.map((each) => each.id) });
  return [
    ...fromOpen,
    ...own.map((indicator) =>
      ownFollowed(
        indicator,
        values.filter((value) => value.indicatorId === indicator.id)
      )
    )
  ];
}

/** An indicator of the partnership's own with its leading figures, oldest first, as they may leave. */
export type SafeOwn = {
  readonly followed: FollowedIndicator;
  readonly figures: readonly SafeOwnValue[];
};

/**
 * The partnership's own indicators, by id, with their leading figures as they may leave. What is hidden is decided over every
 * group and area, as it is wherever else these values leave.
 */
export async function safeOwnIndicators(
  tx: Tx,
  scope: ReadScope,
  sight: Sight
): Promise<Map<string, SafeOwn>> {
  const own = await ownIndicators(tx, scope);
  const ids = own.map((each) => each.id);
  const values =
    ids.length === 0 ? [] : await valuesOf(tx, scope, { indicators: ids, areas: 'every' });
  const before = await valuesBefore(tx, scope, ids);
  return new Map(
    own.map((indicator) => {
      const mine = values.filter((value) => value.indicatorId === indicator.id);
      const followed = ownFollowed(
        indicator,
        mine.filter((value) => value.area === '')
      );
      const leading = new Set<unknown>(followed.figures);
      const safe = safeOwnValues({ now: mine, before: before(indicator.id) }, indicator, sight);
      return [
        indicator.id,
        { followed, figures: safe.filter((each) => leading.has(each.source)) }
      ] as const;
    })
  );
}

/** The latest figure of each of the partnership's own indicators as it may leave, by the indicator's id. */
export async function safeLatestOfOwn(
  tx: Tx,
  scope: ReadScope,
  sight: Sight
): Promise<Map<string, SafeOwnValue>> {
  const own = await safeOwnIndicators(tx, scope, sight);
  return new Map(
    [...own].flatMap(([id, { followed, figures }]) => {
      const safe = figures.find((each) => each.source === followed.latest);
      return safe === undefined ? [] : [[id, safe] as const];
    })
  );
}

/** Local need for every factor that an indicator bears on, for whoever joins the thread. */
export async function needByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, NeedOfFactor[]>> {
  return groupByFactor(await followedIndicators(tx, scope));
}

function groupByFactor(followed: readonly FollowedIndicator[]): Map<FactorId, NeedOfFactor[]> {
  const byFactor = new Map<FactorId, NeedOfFactor[]>();
  for (const indicator of followed) {
    const need = needOf(indicator);
    for (const factor of indicator.factors) {
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), need]);
    }
  }
  return byFactor;
}

/** The open indicators that the partnership follows, each with the figures of its area and those beside them. */
export async function openFollowed(
  tx: Tx,
  scope: ReadScope,
  chosen: readonly Choice[]
): Promise<FollowedIndicator[]> {
  const catalogue = await open.loadedIndicators(
    tx,
    chosen.map((choice) => choice.id)
  );
  const where = await whereaboutsOf(tx, scope);
  const index = indexFigures(
    await open.openFigures(tx, {
      indicators: catalogue.map((each) => each.id),
      areas: publishedCodes(where),
      breakdowns: [...new Set(catalogue.flatMap(groupsNeeded))]
    })
  );
  const groupTitles = new Map((await open.openGroups(tx)).map((group) => [group.id, group.title]));
  const drafts = catalogue.map((indicator) => openDraft(indicator, where, index, groupTitles));
  const wanted = drafts.flatMap(({ followed }) =>
    followed.latest === null || !followed.isLocal || followed.groupTitle !== null
      ? []
      : [{ indicator: followed.id, period: followed.latest.period }]
  );
  const peerIndex = indexFigures(
    await open.openFiguresAt(
      tx,
      wanted,
      where.sets.flatMap((set) => set.areas.flatMap((area) => area.codes))
    )
  );
  return drafts.map((draft) => {
    const { followed } = draft;
    const choice = chosen.find((each) => each.id === followed.id);
    const period = followed.latest?.period ?? '';
    const beside = laidBeside(where, draft, (areas) =>
      peersAt(areas, followed.id, period, 'all', peerIndex)
    );
    return {
      ...followed,
      ...sayingsOf(choice, followed.figures),
      comparisons: followed.isLocal ? compare(followed.latest, followed, beside) : []
    };
  });
}

/** Every indicator that is followed and has a day on which its next figures are due, the earliest first. */
export async function dueFigures(tx: Tx, scope: ReadScope): Promise<DueFigures[]> {
  const followed = await choices.list(tx, scope, { followed: true });
  const chosen = followed.filter(({ nextDue }) => nextDue !== null);
  const ids = chosen.map(({ id }) => id);
  const catalogue = ids.length === 0 ? [] : await loadedIndicators(tx, ids);
  const titles = new Map<string, string>(catalogue.map((each) => [each.id, each.plainTitle]));
  const own = await ownIndicators(tx, scope);
  return [
    // A published indicator that left the catalogue has no page any more.
    ...chosen.flatMap(({ id, ...choice }) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title, ...choice }];
    }),
    ...own
  ]
    .flatMap(
      ({ id, title, ownerRole, nextDue }) =>
        nextDue === null ? [] : [{ id: id as string, title, ownerRole, nextDue }] // an id is a text
    )
    .sort((one, other) => one.nextDue.localeCompare(other.nextDue));
}

/** Every indicator the partnership follows, all or those that bear on an outcome or factor. */
export const viewNeed = query({
  name: 'indicators.view-need',
  needs: 'records:read',
  input: v.object({ outcome: text(100), factor: text(100) }),
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

/** The leading figures of one of the partnership's own indicators, as a token may have them. */
export const viewOwnFiguresForApi = query({
  name: 'indicators.view-own-figures-for-api',
  needs: 'records:read',
  input: v.object({ id: v.string(), seesCounts: v.optional(v.boolean(), false) }),
  example: { id: '00000000-0000-4000-8000-000000000000' },
  async run({ scope, input, tx }) {
    const sight = await sightFor(tx, scope, { way: 'api', seesCounts: input.seesCounts });
    const found = (await safeOwnIndicators(tx, scope, sight)).get(input.id);
    if (found === undefined) return err({ kind: 'not-found' } as const);
    return ok({ figures: found.figures });
  }
});
