import { getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { choices } from './choices.store.server.ts';
import { figureOfSet, type PeerFigure, type PeerSet } from './comparators.ts';
import { compare } from './compare.ts';
import { ownFollowed } from './followed.server.ts';
import type { Beside, ComparatorOption, IndicatorView, Tie, TrendLine } from './indicator-view.ts';
import { layerFor } from './map.server.ts';
import {
  groupsNeeded,
  laidBeside,
  openDraft,
  peersAt,
  publishedCodes,
  sayingsOf,
  type OpenDraft
} from './open-followed.server.ts';
import * as open from './open.store.server.ts';
import { findOwnIndicator } from './own.store.server.ts';
import {
  figuresOn,
  indexFigures,
  whereaboutsOf,
  type FigureIndex,
  type GroundSet,
  type Whereabouts
} from './place.server.ts';
import type { Figure, FigureStatus } from './types.ts';
import { hasAreaValues, valuesOf } from './values.store.server.ts';
import { lineOf, type FollowedIndicator } from './views.ts';

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

function hereLine(followed: FollowedIndicator): TrendLine {
  return { id: 'here', role: 'here', name: followed.areaName, figures: followed.figures };
}

/** Every line that the place's own can be laid beside: those that have a figure. */
function linesBeside(
  where: Whereabouts,
  { nation, region }: OpenDraft,
  id: string,
  group: string,
  index: FigureIndex
): (TrendLine & { readonly role: Exclude<TrendLine['role'], 'here'> })[] {
  const published = (['nation', 'region'] as const).flatMap((role) => {
    const line = role === 'nation' ? nation : region;
    return line === null ? [] : [{ id: role, role, ...line }];
  });
  const sets = where.sets.map((set) => ({
    id: set.id,
    role: set.kind === 'group' ? ('group' as const) : ('peers' as const),
    name: setName(set, where.nationName),
    figures: figuresOfSet(set, id, group, index)
  }));
  return [...published, ...sets].filter(({ figures }) =>
    figures.some((figure) => figure.value !== null)
  );
}

function setName(set: PeerSet, nationName: string): string {
  if (set.kind === 'group') return set.name;
  return set.kind === 'neighbours' ? 'Neighbours' : `Middle of ${nationName}’s councils`;
}

/** The one figure of a set in every period in which any of its areas is known; null where too few have one. */
function figuresOfSet(set: GroundSet, id: string, group: string, index: FigureIndex): Figure[] {
  const byPeriod = new Map<string, { starts: string; peers: PeerFigure[] }>();
  for (const { code, name, codes } of set.areas) {
    for (const figure of figuresOn({ code, name, codes }, id, index).get(group) ?? []) {
      const at = byPeriod.get(figure.period) ?? { starts: figure.starts, peers: [] };
      at.peers.push({ code, name, value: figure.value, status: figure.status });
      byPeriod.set(figure.period, at);
    }
  }
  const figures = [...byPeriod].map(([period, { starts, peers }]): Figure => {
    const value = figureOfSet(set, peers)?.value ?? null;
    const status = value === null ? reasonOf(peers) : 'published';
    return { period, starts, value, numerator: null, denominator: null, status };
  });
  return figures.sort((one, other) => one.starts.localeCompare(other.starts));
}

/** Why a set has no figure: what all its areas have for a reason, else only that there is none. */
function reasonOf(peers: readonly PeerFigure[]): FigureStatus {
  const [reason, ...others] = new Set(peers.map((peer) => peer.status));
  const isOne = others.length === 0 && peers.every((peer) => peer.value === null);
  return isOne ? (reason ?? 'not-available') : 'not-available';
}

/** Areas beside one another: a drawing for each set that has a figure, or one for the places of a collaborative. */
function besidesOf(
  where: Whereabouts,
  followed: FollowedIndicator,
  sets: readonly (PeerSet & { readonly peers: readonly PeerFigure[] })[],
  id: string,
  group: string,
  index: FigureIndex
): Beside[] {
  if (where.members.length > 0) return membersBeside(where, followed, id, group, index);
  const { here } = where;
  const { latest, isLocal } = followed;
  if (here === null || !isLocal || latest === null) return [];
  const { code, name } = here;
  const own = { code, name, value: latest.value, status: latest.status, isHere: true };
  return sets.flatMap(({ peers, ...set }): Beside[] => {
    const others = peers.filter((peer) => peer.code !== code);
    if (!others.some((peer) => peer.value !== null)) return [];
    const rows = [own, ...others.map((peer) => ({ ...peer, isHere: false }))];
    return [{ id: set.id, kind: set.kind, name: set.name, period: latest.period, rows }];
  });
}

/** The places of a collaborative, in the newest period for which any of them has a figure. */
function membersBeside(
  where: Whereabouts,
  followed: FollowedIndicator,
  id: string,
  group: string,
  index: FigureIndex
): Beside[] {
  const lines = where.members.map((member) => ({
    member,
    figures: lineOf(figuresOn(member, id, index), group, followed)
  }));
  const known = lines.flatMap(({ figures }) => figures).filter((figure) => figure.value !== null);
  const newest = known.reduce<Figure | null>(
    (best, figure) => (best === null || figure.starts > best.starts ? figure : best),
    null
  );
  if (newest === null) return [];
  const rows = lines.map(({ member, figures }) => {
    const figure = figures.find((each) => each.period === newest.period);
    const { code, name } = member;
    const status = figure?.status ?? 'not-available';
    return { code, name, value: figure?.value ?? null, status, isHere: false };
  });
  return [{ id: 'members', kind: 'members', name: '', period: newest.period, rows }];
}

/** One of the partnership's own indicators. Null when there is none of this id. */
export async function ownView(tx: Tx, scope: ReadScope, id: string): Promise<IndicatorView | null> {
  const own = await findOwnIndicator(tx, scope, id);
  if (own === null) return null;
  const values = await valuesOf(tx, scope, { indicators: [id] });
  const followed = ownFollowed(own, values);
  const spine = await getSpine(tx);
  const tie = (tied: string, title: string | undefined): Tie => ({
    id: tied,
    title: title ?? tied,
    reason: own.tieReason
  });
  return {
    followed,
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
    lines: [{ ...hereLine(followed), name: 'Here' }],
    comparators: [],
    besides: [],
    choice: null,
    own,
    values,
    hasMap: await hasAreaValues(tx, scope, id)
  };
}
