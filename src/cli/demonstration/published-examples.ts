import type { Hand } from './hand.ts';
import { addPublishedAccounts } from './published-accounts.ts';
import { addPublishedDiagrams } from './published-diagrams.ts';
import {
  addDemonstrationAccount,
  beginPlace,
  describeCoordinator,
  type Counts,
  type Stage
} from './stage.ts';

/** One part of the collection of published work; answers what it added. Only what was published is entered, with its source. */
export type PublishedChapter = (collection: Hand, stage: Stage) => Promise<Counts>;

/** The parts of the collection, in the order in which they are entered. To add one, name it here. */
const publishedChapters: readonly PublishedChapter[] = [addPublishedDiagrams, addPublishedAccounts];

/** What every page of the collection says first. */
const collectionNote =
  'A collection of improvement work published by others, entered in our words with its sources. It is nobody’s live record: what was not published, or could not be read, is left empty.';

/** Loads the collection of published improvement work: no place of its own, and nothing in it was invented. */
export async function loadPublishedExamples(stage: Stage): Promise<Counts> {
  const { world } = stage;
  const coordinator = await addDemonstrationAccount(world, {
    name: 'Published examples coordinator',
    account: 'coordinator',
    domain: 'published-examples'
  });
  const collection = await beginPlace(world, coordinator, {
    name: 'Published examples',
    slug: 'published-examples',
    kind: 'place',
    nation: 'Scotland',
    areaCode: null,
    about: collectionNote,
    collectionNote
  });
  await describeCoordinator(collection, 'Cairn (demonstration)', 'Keeper of the collection');
  let counts: Counts = {};
  for (const add of publishedChapters) counts = { ...counts, ...(await add(collection, stage)) };
  return counts;
}
