import { err, ok } from '#core/result';
import { lookedThrough } from '#modules/disclosure';
import { command, query } from '#platform/command';
import { id, neededText, text } from '#platform/fields';
import * as v from 'valibot';
import * as projectStore from './projects.store.server.ts';
import * as store from './published.store.server.ts';
import { fieldSentences as say } from './sentences.ts';
import type { ProjectId } from './types.ts';

/** Accounts of improvement work taken from publications. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const asReported = {
  projectId: id<ProjectId>(),
  note: text(500),
  source: neededText(say.publication, 500)
};

const measureInput = lookedThrough({
  ...asReported,
  title: neededText(say.measureTitle, 300),
  baseline: text(500),
  result: text(500)
});
const testInput = lookedThrough({
  ...asReported,
  number: v.pipe(
    v.union([v.string(), v.number()]),
    v.transform(Number),
    v.integer(say.cycleNumber),
    v.minValue(1, say.cycleNumber)
  ),
  tried: neededText(say.changeTried, 500),
  predicted: text(1000),
  result: text(1000)
});

/** Enters a measure as a publication reports it: in words, not as points. */
export const addPublishedMeasure = command({
  name: 'improvement.add-published-measure',
  needs: 'improvement:edit',
  input: measureInput,
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
  input: testInput,
  example: { projectId: nobody, number: 3, tried: 'One nurse', source: 'https://example.org' },
  async run({ scope, input, tx, newId }) {
    if ((await projectStore.findProject(tx, scope, input.projectId)) === null) return err(notFound);
    const isNew = await store.addTest(tx, scope, newId(), input);
    return isNew ? ok() : err({ kind: 'number-taken' } as const);
  }
});

export const viewPublished = query({
  name: 'improvement.view-published',
  needs: 'records:read',
  input: v.object({ projectId: v.string() }),
  example: { projectId: nobody },
  async run({ scope, input, tx }) {
    return ok(await store.accountOf(tx, scope, input.projectId));
  }
});
