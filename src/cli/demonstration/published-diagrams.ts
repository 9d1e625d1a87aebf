import { addDriver, addIdeaUnder, hangUnder } from '#modules/drivers/server';
import { addChangeIdea, addProject } from '#modules/improvement/server';
import type { PublishedDiagram } from '#modules/vocabulary';
import { give, lookUp, type Hand } from './hand.ts';
import type { Counts, Stage } from './stage.ts';

/** Enters the published driver diagrams, each as a project with its aim, as far as they could be read. */
export async function addPublishedDiagrams(collection: Hand, { content }: Stage): Promise<Counts> {
  for (const diagram of content.publishedDiagrams) await addDiagram(collection, diagram);
  return { 'driver diagrams': content.publishedDiagrams.length };
}

async function addDiagram(collection: Hand, diagram: PublishedDiagram): Promise<void> {
  const { aim, source } = diagram;
  const { id: projectId } = await give(collection, addProject, {
    title: diagram.title,
    aimChange: aim.change,
    aimAmount: aim.amount ?? '',
    aimForWhom: aim.forWhom ?? '',
    aimBy: aim.by,
    aimBaseline: aim.baseline ?? '',
    factorIds: diagram.factors,
    setting: diagram.place,
    status: 'finished',
    source: `${source.title}. ${source.address} (${source.licence}). ${diagram.note}`,
    checkedForPeople: 'yes'
  });
  const drivers = new Map<string, string>();
  for (const { id, level, title, under } of diagram.drivers) {
    const [first, ...others] = under.map((upper) => lookUp(drivers, upper));
    const driver = { projectId, level, title, underId: first ?? '' };
    const added = await give(collection, addDriver, driver);
    drivers.set(id, added.id);
    await hang(collection, projectId, { kind: 'driver', id: added.id }, others);
  }
  for (const { title: text, under } of diagram.ideas) {
    const [first, ...others] = under.map((upper) => lookUp(drivers, upper));
    const { id } =
      first === undefined
        ? await give(collection, addChangeIdea, { projectId, text })
        : await give(collection, addIdeaUnder, { projectId, text, underId: first });
    await hang(collection, projectId, { kind: 'idea', id }, others);
  }
}

async function hang(
  collection: Hand,
  projectId: string,
  lower: { readonly kind: 'driver' | 'idea'; readonly id: string },
  uppers: readonly string[]
): Promise<void> {
  for (const upperId of uppers) {
    const link = { projectId, upperId, lowerKind: lower.kind, lowerId: lower.id };
    await give(collection, hangUnder, link);
  }
}
