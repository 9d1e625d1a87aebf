import { getSpine } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { choices } from './choices.store.server.ts';
import { meanOfNeighbours, middleOfCouncils, type Peer } from './comparators.ts';
import { besideOf, groupsNeeded, openDraft, ownFollowed, peersAt } from './followed.server.ts';
import { layerFor } from './map.server.ts';
import * as open from './open.store.server.ts';
import { findOwnIndicator } from './own.store.server.ts';
import {
  figuresOn,
  indexFigures,
  whereaboutsOf,
  type FigureIndex,
  type Whereabouts
} from './place.server.ts';
import type { Figure } from './types.ts';
import { valuesOf } from './values.store.server.ts';
import type { Beside, IndicatorView, Tie, TrendLine } from './indicator-view.ts';
import { compare, lineOf, type FollowedIndicator } from './views.ts';

/** An open indicator for the area of this partnership, whether it is followed or not. Null when there is none. */
export async function openView(
  tx: Tx,
  scope: ReadScope,
  id: string
): Promise<IndicatorView | null> {
  const [indicator] = await open.loadedIndicators(tx, [id]);
  if (indicator === undefined) return null;
  const where = await whereaboutsOf(tx, scope);
  const grounds = [where.here, where.nation, ...where.peers, ...where.members].filter(
    (each) => each !== null
  );
  const figures = await open.openFigures(tx, {
    indicators: [id],
    areas: grounds.flatMap((ground) => ground.codes),
    breakdowns: [...new Set(groupsNeeded(indicator))]
  });
  const index = indexFigures(figures);
  const titles = new Map((await open.openGroups(tx)).map((group) => [group.id, group.title]));
  const { followed, nation } = openDraft(indicator, where, index, titles);
  const [choice] = await choices(tx, scope, id);
  const group = groupsNeeded(indicator)[0] ?? 'all';
  const spine = await getSpine(tx);
  const peers = peersAt(where, id, followed.latest?.period ?? '', group, index);
  return {
    followed: {
      ...followed,
      comparisons: followed.isLocal
        ? compare(followed.latest, followed, { nation, peers, ...besideOf(where) })
        : [],
      target: choice?.target ?? null,
      targetBy: choice?.targetBy ?? null,
      nextDue: choice?.nextDue ?? null,
      ownerRole: choice?.ownerRole ?? ''
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
    lines: linesOf(followed, nation, peerLine(where, id, group, index)),
    beside: besideAt(where, followed, peers, id, group, index),
    choice: choice ?? null,
    own: null,
    values: [],
    hasMap: layerFor(indicator, where) !== null
  };
}

function linesOf(
  followed: FollowedIndicator,
  nation: { name: string; figures: readonly Figure[] } | null,
  peers: TrendLine | null
): TrendLine[] {
  const here = { role: 'here', name: followed.areaName, figures: followed.figures } as const;
  if (!followed.isLocal) return [here];
  const hasNation = nation !== null && nation.figures.some((figure) => figure.value !== null);
  return [
    here,
    ...(hasNation ? [{ role: 'nation', ...nation } as const] : []),
    // The middle of councils only stands in for a nation that is not published.
    ...(peers !== null && (peers.name === 'Neighbours' || !hasNation) ? [peers] : [])
  ];
}

/** The neighbours' mean, or the councils' middle, in every period in which enough of them have a figure. */
function peerLine(
  where: Whereabouts,
  id: string,
  group: string,
  index: FigureIndex
): TrendLine | null {
  const byPeriod = new Map<string, { starts: string; peers: Peer[] }>();
  for (const peer of where.peers) {
    for (const figure of figuresOn(peer, id, index).get(group) ?? []) {
      const at = byPeriod.get(figure.period) ?? { starts: figure.starts, peers: [] };
      at.peers.push({ code: peer.code, name: peer.name, value: figure.value });
      byPeriod.set(figure.period, at);
    }
  }
  const isNeighbours = where.peersAre === 'neighbours';
  const figures = [...byPeriod].map(([period, { starts, peers }]): Figure => {
    const value = (isNeighbours ? meanOfNeighbours(peers) : middleOfCouncils(peers))?.value ?? null;
    const none = { numerator: null, denominator: null };
    return {
      period,
      starts,
      value,
      ...none,
      status: value === null ? 'not-available' : 'published'
    };
  });
  if (!figures.some((figure) => figure.value !== null)) return null;
  figures.sort((one, other) => one.starts.localeCompare(other.starts));
  const name = isNeighbours ? 'Neighbours' : `Middle of ${where.nationName}’s councils`;
  return { role: 'peers', name, figures };
}

function besideAt(
  where: Whereabouts,
  followed: FollowedIndicator,
  peers: readonly Peer[],
  id: string,
  group: string,
  index: FigureIndex
): Beside | null {
  if (where.members.length > 0) return membersBeside(where, followed, id, group, index);
  const { here } = where;
  if (here === null || !followed.isLocal || followed.latest === null) return null;
  if (!peers.some((peer) => peer.value !== null && peer.code !== here.code)) return null;
  const own = { code: here.code, name: here.name, value: followed.latest.value, isHere: true };
  const others = peers
    .filter((peer) => peer.code !== here.code)
    .map((peer) => ({ ...peer, isHere: false }));
  return { kind: where.peersAre, period: followed.latest.period, rows: [own, ...others] };
}

/** The places of a collaborative, in the newest period for which any of them has a figure. */
function membersBeside(
  where: Whereabouts,
  followed: FollowedIndicator,
  id: string,
  group: string,
  index: FigureIndex
): Beside | null {
  const lines = where.members.map((member) => ({
    member,
    figures: lineOf(figuresOn(member, id, index), group, followed)
  }));
  const known = lines.flatMap(({ figures }) => figures).filter((figure) => figure.value !== null);
  const newest = known.reduce<Figure | null>(
    (best, figure) => (best === null || figure.starts > best.starts ? figure : best),
    null
  );
  if (newest === null) return null;
  const rows = lines.map(({ member, figures }) => ({
    code: member.code,
    name: member.name,
    value: figures.find((figure) => figure.period === newest.period)?.value ?? null,
    isHere: false
  }));
  return { kind: 'members', period: newest.period, rows };
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
    lines: [{ role: 'here', name: 'Here', figures: followed.figures }],
    beside: null,
    choice: null,
    own,
    values,
    hasMap: false
  };
}
