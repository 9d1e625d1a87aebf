import { figureOfSet, type PeerFigure, type PeerSet } from '../comparing/comparators.ts';
import {
  type FigureIndex,
  figuresOn,
  type GroundSet,
  type Whereabouts
} from '../comparing/grounds.ts';
import { lineOf } from '../figures/lines.ts';
import type { FollowedIndicator } from '../need/followed.ts';
import type { OpenDraft } from '../need/open-summary.ts';
import type { Figure, FigureStatus } from '../types.ts';
import type { Beside, TrendLine } from './view.ts';

/** The lines and areas that the page of an indicator lays beside one another. */

export function hereLine(followed: FollowedIndicator): TrendLine {
  return { id: 'here', role: 'here', name: followed.areaName, figures: followed.figures };
}

/** Every line that the place's own can be laid beside: those that have a figure. */
export function linesBeside(
  where: Whereabouts,
  { nation, region }: Pick<OpenDraft, 'nation' | 'region'>,
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
export function besidesOf(
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
