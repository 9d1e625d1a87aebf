import { aimOf, composeAim } from '#modules/improvement';
import { partsOfProject, type ProjectParts } from '#modules/improvement/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as store from './store.server.ts';
import type { Diagram, FrozenDiagram } from './types.ts';
import { trialsOf } from './verdict.ts';

/** A project's diagram, put together from the drivers of this module and the ideas, tests and measures of the project. */

export type WholeDiagram = {
  readonly parts: ProjectParts;
  readonly head: store.DiagramHead | null;
  readonly diagram: Diagram;
};

export async function wholeDiagram(
  tx: Tx,
  scope: ReadScope,
  projectId: string
): Promise<WholeDiagram | null> {
  const parts = await partsOfProject(tx, scope, projectId);
  if (parts === null) return null;
  const { id } = parts.project;
  const tests = Map.groupBy(parts.tests, (test) => test.changeIdeaId);
  return {
    parts,
    head: await store.findHead(tx, scope, id),
    diagram: {
      drivers: (await store.drivers(tx, scope, id)).map(withoutProject),
      links: await store.links(tx, scope, id),
      ideas: parts.ideas.map((idea) => ({
        id: idea.id,
        text: idea.text,
        why: idea.why,
        factorId: idea.factorId,
        ...trialsOf(tests.get(idea.id) ?? [])
      })),
      measures: parts.measures.map((measure) => ({
        id: measure.id,
        title: measure.title,
        kind: measure.kind
      }))
    }
  };
}

function withoutProject({
  projectId: _,
  ...driver
}: store.DriverOfProject): Diagram['drivers'][number] {
  return driver;
}

export function freeze({ parts, diagram }: Pick<WholeDiagram, 'parts' | 'diagram'>): FrozenDiagram {
  return { format: 1, aim: composeAim(aimOf(parts.project)), diagram };
}
