import { err, ok } from '#core/result';
import { packFile } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { id } from '#platform/fields';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { featuresOf, inOrder, sideBySide, type AreaLevels } from './areas.ts';
import type { SharedLine } from './areas-table.ts';
import * as shown from './areas.store.server.ts';
import { levelTitle, partOf, readInstrument, topicsOf, type Instrument } from './instrument.ts';
import type { Round } from './kinds.ts';
import { latestAgreed } from './queries.server.ts';
import { notShowable } from './rules.ts';
import { instrumentFile } from './steering.server.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** The areas that show something of one instrument in one collaborative. */
function areasShowing(
  shares: readonly shown.Share[],
  instruments: ReadonlyMap<string, Instrument>,
  own: string
): readonly AreaLevels[] {
  const ids = [...new Set(shares.map(({ areaId }) => areaId))];
  return ids.flatMap((areaId) => {
    const theirs = shares.filter((share) => share.areaId === areaId);
    const [first] = theirs;
    if (first === undefined) return [];
    const levels = new Map(
      theirs.flatMap(({ element, level, agreedOn, mayBeVisited, instrumentId }) => {
        const instrument = instruments.get(`${areaId}/${instrumentId}`);
        if (instrument === undefined) return [];
        return [[element, { instrument, level, agreedOn, mayBeVisited }] as const];
      })
    );
    const { area: name, isMadeUp } = first;
    return [{ id: areaId, name, isMadeUp, isOwn: areaId === own, levels }];
  });
}

/** What each collaborative of the place shows, instrument by instrument. */
async function shownTo(tx: Tx, scope: ReadScope) {
  const collaboratives = await shown.collaborativesOf(tx, scope);
  const shares = await shown.sharesIn(tx, scope, collaboratives);
  const instruments = await shown.instrumentsOfShares(tx, shares);
  return { collaboratives, shares, instruments };
}

const todays = (tx: Tx, pack: string): Promise<Instrument> =>
  packFile(tx, pack, instrumentFile, readInstrument);

/** Rounds of levels about the whole partnership that may be shown, the latest first, each with its pack. */
async function roundsToShow(tx: Tx, scope: ReadScope): Promise<(Round & { pack: string })[]> {
  const kept = new Map((await store.instruments(tx, scope)).map((one) => [one.id, one]));
  return (await store.rounds.list(tx, scope)).flatMap((round) => {
    const of = kept.get(round.instrumentId);
    return of !== undefined && notShowable(round, of.body) === null
      ? [{ ...round, pack: of.pack }]
      : [];
  });
}

/**
 * The areas of each collaborative side by side, as far as they show what they agreed: the place's own levels first, the others in the order
 * of their names. Of the others there is nothing but levels, their days and whether they may be visited.
 */
export const viewAreas = query({
  name: 'assessments.view-areas',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { collaboratives, shares, instruments } = await shownTo(tx, scope);
    const rounds = await roundsToShow(tx, scope);
    const own = await shown.ownShares(tx, scope);
    const packs = [...new Set([...rounds, ...shares].map(({ pack }) => pack))].sort();
    const todayOf = new Map<string, Instrument>();
    for (const pack of packs) todayOf.set(pack, await todays(tx, pack));
    const agreedOf = new Map<string, Awaited<ReturnType<typeof latestAgreed>>>();
    for (const pack of packs) agreedOf.set(pack, await latestAgreed(tx, scope, pack));
    const tableOf = (collaborative: shown.Collaborative, pack: string, today: Instrument) => {
      const here = shares.filter(
        (share) => share.collaborativeId === collaborative.id && share.pack === pack
      );
      const others = areasShowing(here, instruments, scope.partnershipId).filter(
        ({ isOwn }) => !isOwn
      );
      const agreed = agreedOf.get(pack)?.topics ?? [];
      const ours: AreaLevels = {
        id: scope.partnershipId,
        name: '',
        isOwn: true,
        isMadeUp: false,
        levels: new Map(
          agreed.flatMap(({ topic, level, agreedOn }) =>
            level === null || agreedOn === null
              ? []
              : [[topic, { instrument: today, level, agreedOn, mayBeVisited: false }] as const]
          )
        )
      };
      const areas = inOrder(collaborative.isSelf ? others : [ours, ...others]);
      const rows = sideBySide(today, areas);
      const ownShown = here.filter(({ areaId }) => areaId === scope.partnershipId);
      return {
        pack,
        title: today.title,
        levels: today.levels.map(({ id: level, title, means }) => ({ id: level, title, means })),
        areas: areas.map(({ id: areaId, name, isOwn, isMadeUp }) => ({
          id: areaId,
          name,
          isOwn,
          isMadeUp,
          features: featuresOf(
            today,
            new Map(
              rows.flatMap(({ topic, cells }) => {
                const cell = cells.find(({ area }) => area === areaId);
                return cell?.kind === 'level' ? [[topic.id, cell.level]] : [];
              })
            )
          )
        })),
        rows: rows.map(({ topic, cells }) => ({
          id: topic.id,
          title: topic.title,
          cells,
          /** The level that the place itself shows; null where it shows none. */
          ownShown: ownShown.find(({ element }) => element === topic.id)?.level ?? null
        })),
        rounds: collaborative.isSelf
          ? []
          : rounds
              .filter((round) => round.pack === pack)
              .map(({ id: roundId, title }) => ({ id: roundId, title }))
      };
    };
    return ok({
      collaboratives: collaboratives.map((collaborative) => ({
        ...collaborative,
        ownCount: own.filter(({ collaborativeId }) => collaborativeId === collaborative.id).length,
        tables: [...todayOf]
          .map(([pack, today]) => tableOf(collaborative, pack, today))
          .filter(({ areas, rounds: mayShow }) => areas.length > 0 || mayShow.length > 0)
      }))
    });
  }
});

/** Every level that is shown in a collaborative of the place, its own among them, one a line: for files and programs. */
export const viewSharedLevels = query({
  name: 'assessments.view-shared-levels',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { collaboratives, shares, instruments } = await shownTo(tx, scope);
    const lines: SharedLine[] = [];
    for (const collaborative of collaboratives) {
      const here = shares.filter(({ collaborativeId }) => collaborativeId === collaborative.id);
      for (const pack of [...new Set(here.map((share) => share.pack))].sort()) {
        const today = await todays(tx, pack);
        const areas = areasShowing(
          here.filter((share) => share.pack === pack),
          instruments,
          scope.partnershipId
        );
        for (const { topic, cells } of sideBySide(today, areas)) {
          for (const cell of cells) {
            const area = areas.find((one) => one.id === cell.area);
            if (area === undefined || cell.kind === 'not-shown') continue;
            lines.push({
              collaborative: collaborative.name,
              instrument: today.title,
              element: topic.id,
              elementTitle: topic.title,
              area: area.name,
              isMadeUp: area.isMadeUp,
              isOwn: area.isOwn,
              level: cell.kind === 'level' ? cell.level : null,
              levelTitle: cell.kind === 'level' ? levelTitle(today, cell.level) : null,
              agreedOn: cell.agreedOn,
              mayBeVisited: cell.kind === 'level' && cell.mayBeVisited,
              notComparedBecause: cell.kind === 'level' ? null : cell.kind
            });
          }
        }
      }
    }
    return ok({ lines });
  }
});

/** What of a round the place shows to each of its collaboratives, element by element, for the form in which it says so. */
export const viewSharing = query({
  name: 'assessments.view-sharing',
  needs: 'partnership:manage',
  input: v.object({ id: id() }),
  example: { id: none },
  async run({ scope, input, tx }) {
    const round = (await roundsToShow(tx, scope)).find((one) => one.id === input.id);
    if (round === undefined) return err(notFound);
    const kept = (await store.instruments(tx, scope)).find((one) => one.id === round.instrumentId);
    if (kept === undefined) throw new Error('A round has lost its instrument.');
    const narrowed = partOf(kept.body, round.part);
    if (!narrowed.ok) throw new Error('A round has lost the part of its instrument.');
    const agreements = await store.agreements.list(tx, scope, { roundId: round.id });
    const own = await shown.ownShares(tx, scope);
    return ok({
      round: { id: round.id, title: round.title },
      instrument: kept.body.title,
      topics: topicsOf(narrowed.value).flatMap(({ id: topic, title }) => {
        const agreed = agreements.find(({ element }) => element === topic);
        return agreed === undefined
          ? []
          : [{ id: topic, title, level: levelTitle(kept.body, agreed.level) }];
      }),
      collaboratives: (await shown.collaborativesOf(tx, scope))
        .filter(({ isSelf }) => !isSelf)
        .map(({ id: collaborativeId, name }) => {
          const here = own.filter(
            (share) => share.collaborativeId === collaborativeId && share.pack === round.pack
          );
          const ofRound = here.filter(({ roundId }) => roundId === round.id);
          return {
            id: collaborativeId,
            name,
            shown: ofRound.map(({ element }) => element),
            visits: ofRound.flatMap(({ element, mayBeVisited }) => (mayBeVisited ? [element] : [])),
            /** Elements of which another round is shown, in whose place this one would come. */
            ofAnother: here.flatMap(({ element, roundId }) =>
              roundId === round.id ? [] : [element]
            )
          };
        })
    });
  }
});
