import { partsOfProject, projectTitles } from '#modules/improvement/server';
import type { ProjectId } from '#modules/improvement';
import type { FactorId } from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { linksUnder } from './graph.ts';
import * as store from './store.server.ts';
import type { DriverId, DriverLink } from './types.ts';

/** What higher modules may ask of driver diagrams. */

/** A driver that stands for a factor. */
export type DriverAtFactor = {
  readonly driverId: DriverId;
  readonly title: string;
  readonly projectId: ProjectId;
  readonly projectTitle: string;
  /** Change ideas that hang under it, or under what hangs under it. */
  readonly ideas: number;
  /** Those of them without a test. */
  readonly untested: number;
};

/** The drivers that stand for each factor, with how far they are served. */
export async function driversByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, DriverAtFactor[]>> {
  const drivers = (await store.drivers(tx, scope)).filter(({ factorId }) => factorId !== null);
  const byFactor = new Map<FactorId, DriverAtFactor[]>();
  if (drivers.length === 0) return byFactor;
  const titles = new Map((await projectTitles(tx, scope)).map(({ id, title }) => [id, title]));
  const links = await store.links(tx, scope);
  for (const [projectId, own] of Map.groupBy(drivers, (driver) => driver.projectId)) {
    const parts = await partsOfProject(tx, scope, projectId);
    const tested = new Set(parts?.tests.map((test) => test.changeIdeaId));
    for (const { id, title, factorId } of own) {
      if (factorId === null) continue;
      const ideas = ideasBeneath(links, id);
      const line: DriverAtFactor = {
        driverId: id,
        title,
        projectId,
        projectTitle: titles.get(projectId) ?? '',
        ideas: ideas.length,
        untested: ideas.filter((idea) => !tested.has(idea)).length
      };
      byFactor.set(factorId, [...(byFactor.get(factorId) ?? []), line]);
    }
  }
  return byFactor;
}

function ideasBeneath(links: readonly DriverLink[], driverId: DriverId) {
  const beneath = (id: DriverId): readonly Extract<DriverLink['lower'], { kind: 'idea' }>['id'][] =>
    linksUnder({ links }, id).flatMap(({ lower }) =>
      lower.kind === 'idea' ? [lower.id] : beneath(lower.id)
    );
  return [...new Set(beneath(driverId))];
}
