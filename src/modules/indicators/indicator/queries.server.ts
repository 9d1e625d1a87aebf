import { err, ok } from '#core/result';
import { query } from '#platform/command';
import { list } from '#platform/fields';
import * as v from 'valibot';
import { getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { compare } from '../comparing/compare.ts';
import { figuresOn, type Ground, indexFigures } from '../comparing/grounds.ts';
import { whereaboutsOf } from '../comparing/place.server.ts';
import { lineOf } from '../figures/lines.ts';
import type { Indicator } from '../kinds.ts';
import { choices } from '../need/choices.store.server.ts';
import {
  groupsNeeded,
  laidBeside,
  openDraft,
  peersAt,
  publishedCodes,
  sayingsOf
} from '../need/open-summary.ts';
import { ownFollowed } from '../need/own-summary.ts';
import { layerFor } from '../open/layers.ts';
import * as open from '../open/store.server.ts';
import type { FollowedIndicator } from '../need/followed.ts';
import { comparatorFigures } from '../own/comparator-values.store.server.ts';
import { findOwnIndicator } from '../own/indicators.store.server.ts';
import { hasAreaValues, valuesOf } from '../own/values.store.server.ts';
import { besidesOf, hereLine, linesBeside } from './lines.ts';
import type { ComparatorOption, IndicatorView, Tie } from './view.ts';

/**
 * An open indicator for the area of this partnership, whether it is followed or not. Null when there is none. `asked` are the
 * comparators that somebody chose, by their ids; null where nobody chose: then the usual ones.
 */
export async function openView(
  tx: Tx,
  scope: ReadScope,
  id: string,
  asked: ReadonlySet<string> | null
): Promise<IndicatorView | null> {
  const [indicator] = await open.loadedIndicators(tx, [id]);
  if (indicator === undefined) return null;
  const where = await whereaboutsOf(tx, scope);
  const figures = await open.openFigures(tx, {
    indicators: [id],
    areas: [
      ...publishedCodes(where),
      ...[...where.sets.flatMap((set) => set.areas), ...where.members].flatMap(({ codes }) => codes)
    ],
    breakdowns: [...new Set(groupsNeeded(indicator))]
  });
  const index = indexFigures(figures);
  const titles = new Map((await open.openGroups(tx)).map((group) => [group.id, group.title]));
  const draft = openDraft(indicator, where, index, titles);
  const { followed } = draft;
  const choice = await choices.find(tx, scope, id);
  const group = groupsNeeded(indicator)[0] ?? 'all';
  const spine = await getSpine(tx);
  const beside = laidBeside(where, draft, (areas) =>
    peersAt(areas, id, followed.latest?.period ?? '', group, index)
  );
  const lines = followed.isLocal ? linesBeside(where, draft, id, group, index) : [];
  const usual = compare(followed.latest, followed, beside).map((each) => each.id);
  const hasCouncils = usual.includes('councils') || !lines.some((line) => line.id === 'nation');
  const options = lines.map((line): ComparatorOption => {
    const isUsual = line.id !== 'councils' || hasCouncils;
    return { id: line.id, name: line.name, isShown: asked?.has(line.id) ?? isUsual };
  });
  const shown = new Set(options.filter((each) => each.isShown).map((each) => each.id));
  return {
    followed: {
      ...followed,
      ...sayingsOf(choice, followed.figures),
      comparisons: followed.isLocal ? compare(followed.latest, followed, beside, shown) : [],
      gap: followed.gap && {
        ...followed.gap,
        beside: followed.gap.beside.filter((each) => shown.has(each.id))
      }
    },
    isFollowed: choice?.followed ?? false,
    definition: indicator.definition,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    sourceLink: indicator.source.link,
    licenceUrl: indicator.licenceUrl,
    attribution: indicator.attribution,
    frequency: indicator.frequency,
    caveats: indicator.caveats,
    factors: indicator.factors.map((tie) => ({
      id: tie.factor,
      title: spine.factors.find((each) => each.id === tie.factor)?.title ?? tie.factor,
      reason: tie.reason
    })),
    outcomes: indicator.outcomes.map((tie) => ({
      id: tie.outcome,
      title: spine.outcomes.find((each) => each.id === tie.outcome)?.title ?? tie.outcome,
      reason: tie.reason
    })),
    lines: [hereLine(followed), ...lines.filter((line) => shown.has(line.id))],
    comparators: options,
    besides: besidesOf(where, followed, beside.sets, id, group, index).filter(
      (each) => each.kind === 'members' || (asked?.has(each.id) ?? true)
    ),
    choice,
    own: null,
    values: [],
    hasMap: layerFor(indicator, where) !== null
  };
}

/**
 * One of the partnership's own indicators, beside the figures of other areas that came with its files. Null when there is none of this id.
 * `asked` as for `openView`.
 */
export async function ownView(
  tx: Tx,
  scope: ReadScope,
  id: string,
  asked: ReadonlySet<string> | null
): Promise<IndicatorView | null> {
  const own = await findOwnIndicator(tx, scope, id);
  if (own === null) return null;
  const values = await valuesOf(tx, scope, { indicators: [id] });
  const followed = ownFollowed(own, values);
  const compared = await ownBeside(tx, scope, own, followed, asked);
  const spine = await getSpine(tx);
  const tie = (tied: string, title: string | undefined): Tie => ({
    id: tied,
    title: title ?? tied,
    reason: own.tieReason
  });
  return {
    followed: { ...followed, comparisons: compared.comparisons },
    isFollowed: own.retiredAt === null,
    definition: own.definition,
    numerator: own.numerator || null,
    denominator: own.denominator || null,
    sourceLink: null,
    licenceUrl: null,
    attribution: '',
    frequency: null,
    caveats: [],
    factors: own.factors.map((factor) =>
      tie(factor, spine.factors.find((each) => each.id === factor)?.title)
    ),
    outcomes: own.outcomes.map((outcome) =>
      tie(outcome, spine.outcomes.find((each) => each.id === outcome)?.title)
    ),
    lines: [{ ...hereLine(followed), name: 'Here' }, ...compared.lines],
    comparators: compared.options,
    besides: compared.besides,
    choice: null,
    own,
    values,
    hasMap: await hasAreaValues(tx, scope, id)
  };
}

/** What one of the partnership's own indicators is laid beside: the figures of other areas that were kept from its files. */
async function ownBeside(
  tx: Tx,
  scope: ReadScope,
  own: Indicator,
  followed: FollowedIndicator,
  asked: ReadonlySet<string> | null
) {
  const where = await whereaboutsOf(tx, scope);
  const codes = [
    ...[where.region, where.nation].flatMap((ground) => ground?.codes ?? []),
    ...where.sets.flatMap((set) => set.areas).flatMap((area) => area.codes)
  ];
  const index = indexFigures(await comparatorFigures(tx, scope, own.id, codes));
  const group = own.breakdowns.find(({ title }) => title === followed.groupTitle)?.id ?? 'all';
  const line = (ground: Ground | null) =>
    ground && {
      name: ground.name,
      figures: lineOf(figuresOn(ground, own.id, index), group, followed)
    };
  const draft = { nation: line(where.nation), region: line(where.region) };
  const beside = laidBeside(where, draft, (areas) =>
    peersAt(areas, own.id, followed.latest?.period ?? '', group, index)
  );
  const lines = linesBeside(where, draft, own.id, group, index);
  const hasNation = lines.some(({ id }) => id === 'nation');
  const options = lines.map(({ id, name }): ComparatorOption => {
    const isUsual = id !== 'councils' || !hasNation;
    return { id, name, isShown: asked?.has(id) ?? isUsual };
  });
  const shown = new Set(options.filter((each) => each.isShown).map((each) => each.id));
  return {
    comparisons: compare(followed.latest, followed, beside, shown),
    lines: lines.filter(({ id }) => shown.has(id)),
    options,
    besides: besidesOf(where, followed, beside.sets, own.id, group, index).filter(
      ({ id, kind }) => kind !== 'members' && (asked?.has(id) ?? true)
    )
  };
}

/** One indicator with everything known of it: an open one by its name, or one of the partnership's own. */
export const viewIndicator = query({
  name: 'indicators.view-indicator',
  needs: 'records:read',
  /** `beside`: the comparators to lay beside the place's own line, by id, with "own" for the line itself; empty for the usual ones. */
  input: v.object({ id: v.string(), beside: list(100) }),
  example: { id: 'good-level-of-development', beside: ['own', 'nation', 'region'] },
  async run({ scope, input, tx }) {
    const view = v.is(v.pipe(v.string(), v.uuid()), input.id)
      ? await ownView(tx, scope, input.id, chosenOf(input.beside))
      : await openView(tx, scope, input.id, chosenOf(input.beside));
    return view === null ? err({ kind: 'not-found' } as const) : ok(view);
  }
});

/** An empty list is a page that nobody has asked for comparators on; a form that asks for none still sends "own". */
function chosenOf(beside: readonly string[]): ReadonlySet<string> | null {
  return beside.length === 0 ? null : new Set(beside);
}
