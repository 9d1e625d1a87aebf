import { addChangeIdea, addProject } from '#modules/improvement/server';
import type { PublishedDiagram } from '#modules/vocabulary';
import { give, type Hand } from './hand.ts';
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
    source: `${source.title}. ${source.address} (${source.licence}). ${diagram.note}`.slice(0, 500),
    checkedForPeople: 'yes'
  });
  for (const idea of diagram.ideas) {
    await give(collection, addChangeIdea, { projectId, text: idea.title });
  }
}
