import {
  addProject,
  addPublishedMeasure,
  addPublishedTest,
  viewProjectList
} from '#modules/improvement/server';
import type { ImprovementExamples } from './packs/open-place.ts';
import { give, type Hand } from './hand.ts';
import type { Counts, Stage } from './stage.ts';

/**
 * Enters improvement work that others published: each as a project with its aim, and its measure as it was reported. What a
 * publication does not say is left empty, and the pages say so.
 */
export async function addPublishedAccounts(collection: Hand, { content }: Stage): Promise<Counts> {
  const { examples, ramps } = content.publishedExamples;
  for (const example of examples) await addExample(collection, example);
  for (const ramp of ramps) await addRamp(collection, ramp);
  return {
    'published accounts': examples.length,
    'published tests': ramps.flatMap(({ cycles }) => cycles).length
  };
}

async function addExample(
  collection: Hand,
  example: ImprovementExamples['examples'][number]
): Promise<void> {
  const source = example.sources.join(' ');
  const { id: projectId } = await give(collection, addProject, {
    title: example.title,
    aimChange: example.aim,
    factorIds: example.factors.map(({ factor }) => factor),
    outcomeIds: example.outcomes.map(({ outcome }) => outcome),
    setting: example.place,
    status: 'finished',
    source: `${source} As far as the pages could be read.`,
    // Dates in an aim are of a programme, not of a child.
    checkedForPeople: 'yes'
  });
  await give(collection, addPublishedMeasure, {
    projectId,
    title: example.measure,
    baseline: example.baseline ?? '',
    result: example.result ?? '',
    note: example.note ?? '',
    source,
    checkedForPeople: 'yes'
  });
}

/** The cycles of a published ramp, at the project that was entered from the same publication. */
async function addRamp(
  collection: Hand,
  ramp: ImprovementExamples['ramps'][number]
): Promise<void> {
  const projects = await viewProjectList.run(
    { personId: collection.personId },
    collection.place,
    {},
    collection.world
  );
  const project = projects.ok
    ? projects.value.find(({ source }) => source.includes(ramp.source))
    : undefined;
  if (project === undefined) throw new Error(`No project was entered from ${ramp.source}.`);
  for (const { cycle, what } of ramp.cycles) {
    await give(collection, addPublishedTest, {
      projectId: project.id,
      number: cycle,
      tried: what,
      note: `${ramp.title}. ${ramp.note}`,
      source: ramp.source
    });
  }
}
