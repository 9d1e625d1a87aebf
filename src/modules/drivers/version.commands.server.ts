import { err, ok } from '#core/result';
import { addIdeaOf } from '#modules/improvement/server';
import { getSpine, packFile } from '#modules/vocabulary/server';
import { readPublishedDiagrams, type PublishedDiagram } from '#modules/vocabulary';
import type { ChangeIdeaId, ProjectId } from '#modules/improvement';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { freeze, wholeDiagram } from './diagram.server.ts';
import { heldDiagram } from './before-change.server.ts';
import { beginWithInput, versionInput } from './schema.ts';
import * as store from './store.server.ts';
import { templateOf, templateOfPublished } from './templates.ts';
import type { DriverId, DriverLinkId, Lower, Template } from './types.ts';
import * as versionStore from './versions.store.server.ts';

/** Naming versions, and beginning with another diagram. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** Keeps the diagram as it stands under a name. */
export const saveDiagramVersion = command({
  name: 'drivers.save-version',
  needs: 'improvement:edit',
  input: versionInput,
  example: { projectId: nobody, name: 'Agreed in May' },
  async run({ scope, input, tx, newId, now }) {
    const held = await heldDiagram(tx, scope, input.projectId);
    if (!held.ok) return held;
    if (held.value.diagram.drivers.length === 0) return err({ kind: 'nothing-to-name' } as const);
    const { name, note, projectId } = input;
    const id = newId();
    const content = freeze(held.value);
    const version = { id, name, note, content };
    const number = await versionStore.addVersion(tx, scope, projectId, version, now);
    return ok({ id, number });
  }
});

/**
 * Begins a diagram with the drivers and ideas of another project or of a publication: their words and shape, none of their tests.
 * An idea that the project has already, word for word, is taken instead of a second one.
 */
export const beginWith = command({
  name: 'drivers.begin-with',
  needs: 'improvement:edit',
  input: beginWithInput,
  example: { projectId: nobody, from: `project:${nobody}` },
  async run({ scope, input, tx, newId }) {
    const { projectId } = input;
    const held = await heldDiagram(tx, scope, projectId);
    if (!held.ok) return held;
    if (held.value.diagram.drivers.length > 0) return err({ kind: 'diagram-begun' } as const);
    const template = await findTemplate(tx, scope, input.from, projectId);
    if (template === null) return err({ kind: 'nothing-to-begin-with' } as const);

    const lowers = new Map<string, Lower>();
    for (const { key, ...driver } of template.drivers) {
      const id = newId() as DriverId; // made here
      await store.addDriver(tx, scope, projectId, { ...driver, id });
      lowers.set(key, { kind: 'driver', id });
    }
    for (const { key, ...idea } of template.ideas) {
      const same = held.value.diagram.ideas.find(({ text }) => text === idea.text);
      const id = same?.id ?? (newId() as ChangeIdeaId); // made here
      if (same === undefined) await addIdeaOf(tx, scope, { ...idea, id, projectId });
      lowers.set(key, { kind: 'idea', id });
    }
    for (const link of template.links) {
      const upper = lowers.get(link.upper);
      const lower = lowers.get(link.lower);
      if (upper?.kind !== 'driver' || lower === undefined) continue;
      const id = newId() as DriverLinkId; // made here
      await store.addLink(tx, scope, projectId, { id, upperId: upper.id, lower });
    }
    await store.countChange(tx, scope, projectId, template.basedOn);
    return ok({ drivers: template.drivers.length, ideas: template.ideas.length });
  }
});

async function findTemplate(
  tx: Tx,
  scope: ReadScope,
  from: { readonly kind: 'project' | 'example'; readonly id: string },
  projectId: ProjectId
): Promise<Template | null> {
  if (from.kind === 'example') {
    const published = (await publishedDiagrams(tx)).find(({ id }) => id === from.id);
    return published === undefined ? null : templateOfPublished(published);
  }
  const isAnother = /^[0-9a-f-]{36}$/.test(from.id) && from.id !== projectId;
  const other = isAnother ? await wholeDiagram(tx, scope, from.id) : null;
  if (other === null || other.diagram.drivers.length === 0) return null;
  return templateOf(other.diagram, other.parts.project.title);
}

/** Published diagrams of the packs, for every place to begin with. */
export async function publishedDiagrams(tx: Tx): Promise<readonly PublishedDiagram[]> {
  const spine = await getSpine(tx);
  const { diagrams } = await packFile(
    tx,
    'demo/improvement-examples',
    'driver-diagrams.json',
    (json) => readPublishedDiagrams(json, spine)
  );
  return diagrams;
}
