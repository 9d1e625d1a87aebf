import {
  readMatrix,
  readPathways,
  readWhatWorks,
  type AgeId,
  type FactorId,
  type OutcomeId,
  type Spine
} from '#modules/vocabulary';
import { findPack, getSpine, packFile } from '#modules/vocabulary/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { insightCounts, insights } from './insights.store.server.ts';
import { linksOf, routesFrom, type Link, type Route } from './pathway-routes.ts';
import { ownLinks } from './pathways.store.server.ts';
import * as store from './store.server.ts';
import { strengthOf, worksOf } from './strength.ts';
import type { Insight } from './kinds.ts';
import type { Evidence, EvidencePack, FactorEvidence } from './types.ts';

/** The pack that holds the published evidence. It is optional: an installation may run without it. */
const evidencePackId = 'evidence/early-learning-communities';

/** The published evidence, or null where its pack is not loaded. */
async function findEvidencePack(tx: Tx, spine: Spine): Promise<EvidencePack | null> {
  const pack = await findPack(tx, evidencePackId);
  if (pack === null || pack.retired) return null;
  const { title, version, licence, licenceUrl, attribution } = pack;
  const file = <Value>(name: string, read: Parameters<typeof packFile<Value>>[3]) =>
    packFile(tx, evidencePackId, name, read);
  return {
    source: { title, version, licence, licenceUrl, attribution },
    matrix: await file('matrix.json', (json) => readMatrix(json, spine)),
    whatWorks: await file('what-works.json', (json) => readWhatWorks(json, spine)),
    pathways: await file('pathways.json', (json) => readPathways(json, spine))
  };
}

/** Everything that is known here, or about one factor: the words, the published evidence, the partnership's own ratings. */
export async function getEvidence(tx: Tx, scope: ReadScope, factor?: FactorId): Promise<Evidence> {
  const spine = await getSpine(tx);
  return {
    spine,
    pack: await findEvidencePack(tx, spine),
    ratings: await store.ratings(tx, scope, factor)
  };
}

/**
 * The evidence of every factor for one outcome at one age, for modules that lay their own records beside it.
 * Every factor of the spine is in the answer, if only as unknown.
 */
export async function evidenceByFactor(
  tx: Tx,
  scope: ReadScope,
  choice: { readonly outcome: OutcomeId; readonly age: AgeId }
): Promise<Map<FactorId, FactorEvidence>> {
  const { spine, pack, ratings } = await getEvidence(tx, scope);
  const counts = await insightCounts(tx, scope);
  return new Map(
    spine.factors.map((factor) => [
      factor.id,
      {
        matters: strengthOf(pack?.matrix ?? null, ratings, factor.id, choice.outcome, choice.age),
        works: worksOf(pack?.whatWorks ?? null, ratings, factor.id),
        insights: counts.get(factor.id) ?? 0
      }
    ])
  );
}

/** What was noticed locally about a factor and still stands, newest first, for modules that carry it further. */
export function insightsOf(tx: Tx, scope: ReadScope, factor: FactorId): Promise<Insight[]> {
  return insights(tx, scope, { factor });
}

/** Every link of the pathways, published and the partnership's own, for modules that ask how a factor acts. */
export async function pathwayLinksOf(tx: Tx, scope: ReadScope): Promise<Link[]> {
  const { pack } = await getEvidence(tx, scope);
  return linksOf(pack?.pathways ?? null, await ownLinks(tx, scope));
}

/** The strongest routes from a factor, for modules that carry it further. */
export async function topRoutesOf(
  tx: Tx,
  scope: ReadScope,
  factor: FactorId,
  most: number
): Promise<{ readonly routes: readonly Route[]; readonly all: number }> {
  const { routes } = routesFrom(await pathwayLinksOf(tx, scope), factor);
  return { routes: routes.slice(0, most), all: routes.length };
}
