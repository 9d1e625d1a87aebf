import { err, ok, type Result } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { changedMeanwhile } from '#platform/last-change';
import { command, query } from '#platform/command';
import { id, neededText, text, version } from '#platform/fields';
import { removeRow } from '#platform/saving';
import * as v from 'valibot';
import * as projectStore from '../projects/projects.store.server.ts';
import {
  publishedMeasureFields,
  publishedMeasureNames,
  publishedTestFields,
  publishedTestNames
} from './as-published.ts';
import * as store from './as-published.store.server.ts';
import { fieldSentences as say } from '../sentences.ts';
import type { ProjectId } from '../types.ts';

/** Accounts of improvement work taken from publications. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const ofProject = { projectId: id<ProjectId>() };
const asReported = {
  note: text(500),
  source: neededText(say.publication, 500)
};
const measureParts = {
  ...asReported,
  title: neededText(say.measureTitle, 300),
  baseline: text(500),
  result: text(500)
};
const testParts = {
  ...asReported,
  number: v.pipe(
    v.union([v.string(), v.number()], say.cycleNumber),
    v.transform((given) => (given === '' ? Number.NaN : Number(given))),
    v.integer(say.cycleNumber),
    v.minValue(1, say.cycleNumber)
  ),
  tried: neededText(say.publishedTried, 500),
  predicted: text(1000),
  result: text(1000)
};
const changing = { id: id(), version };
const removal = v.object({ id: id() });

/** Enters a measure as a publication reports it: in words, not as points. */
export const addPublishedMeasure = command({
  name: 'improvement.add-published-measure',
  needs: 'improvement:edit',
  input: lookedThrough({ ...ofProject, ...measureParts }, { names: publishedMeasureNames }),
  example: { projectId: nobody, title: 'Uptake of the review', source: 'https://example.org' },
  async run({ scope, input, tx, newId }) {
    if ((await projectStore.findProject(tx, scope, input.projectId)) === null) return err(notFound);
    await store.addMeasure(tx, scope, newId(), input);
    return ok();
  }
});

/** Enters a test of change as a publication tells it. What it does not say stays empty and is shown as not reported. */
export const addPublishedTest = command({
  name: 'improvement.add-published-test',
  needs: 'improvement:edit',
  input: lookedThrough({ ...ofProject, ...testParts }, { names: publishedTestNames }),
  example: { projectId: nobody, number: 3, tried: 'One nurse', source: 'https://example.org' },
  async run({ scope, input, tx, newId }) {
    if ((await projectStore.findProject(tx, scope, input.projectId)) === null) return err(notFound);
    const isNew = await store.addTest(tx, scope, newId(), input);
    return isNew ? ok() : err(numberTaken(input.number));
  }
});

const numberTaken = (number: number) => ({ kind: 'number-taken', number }) as const;

export const changePublishedMeasure = command({
  name: 'improvement.change-published-measure',
  needs: 'improvement:edit',
  input: lookedThrough({ ...changing, ...measureParts }, { names: publishedMeasureNames }),
  example: { id: nobody, title: 'Uptake of the review', source: 'Example, 2024', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findMeasure(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const saved = await store.saveMeasure(tx, scope, stored.id, input, input.version);
    if (saved !== null) return ok({ version: saved });
    const theirs = publishedMeasureFields(stored);
    return err(await changedMeanwhile(tx, scope, 'published_measure', stored, theirs));
  }
});

/** Changes a test as a publication tells it. Refuses: the number of another one of the project. */
export const changePublishedTest = command({
  name: 'improvement.change-published-test',
  needs: 'improvement:edit',
  input: lookedThrough({ ...changing, ...testParts }, { names: publishedTestNames }),
  example: { id: nobody, number: 3, tried: 'One nurse', source: 'Example, 2024', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findTest(tx, scope, input.id);
    if (stored === null) return err(notFound);
    if (await store.hasNumber(tx, scope, stored.projectId, input.number, stored.id))
      return err(numberTaken(input.number));
    const saved = await store.saveTest(tx, scope, stored.id, input, input.version);
    if (saved !== null) return ok({ version: saved });
    const theirs = publishedTestFields(stored);
    return err(await changedMeanwhile(tx, scope, 'published_test', stored, theirs));
  }
});

/** Takes a measure out of an account; the history keeps it. */
export const removePublishedMeasure = command({
  name: 'improvement.remove-published-measure',
  needs: 'improvement:edit',
  input: removal,
  example: { id: nobody },
  async run({ scope, input, tx }) {
    return found(await removeRow(tx, scope, 'publishedMeasure', input.id));
  }
});

/** Takes a test out of an account; the history keeps it. */
export const removePublishedTest = command({
  name: 'improvement.remove-published-test',
  needs: 'improvement:edit',
  input: removal,
  example: { id: nobody },
  async run({ scope, input, tx }) {
    return found(await removeRow(tx, scope, 'publishedTest', input.id));
  }
});

function found(wasHere: boolean): Result<undefined, typeof notFound> {
  return wasHere ? ok() : err(notFound);
}

export const viewPublished = query({
  name: 'improvement.view-published',
  needs: 'records:read',
  input: v.object({ projectId: v.string() }),
  example: { projectId: nobody },
  async run({ scope, input, tx }) {
    return ok(await store.accountOf(tx, scope, input.projectId));
  }
});
