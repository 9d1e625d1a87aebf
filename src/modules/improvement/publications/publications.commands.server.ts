import { ok } from '#core/result';
import { editing, records } from '#modules/records/server';
import { query } from '#platform/command';
import { id } from '#platform/fields';
import * as v from 'valibot';
import { projects } from '../projects/projects.store.server.ts';
import type { ProjectId } from '../types.ts';
import { publishedMeasureKind, publishedTestKind } from './kinds.ts';

/** Accounts of improvement work taken from publications. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** Measures as publications report them. */
export const {
  add: addPublishedMeasure,
  change: changePublishedMeasure,
  remove: removePublishedMeasure,
  blank: blankPublishedMeasure,
  form: formOfPublishedMeasure
} = editing(publishedMeasureKind, {
  example: { projectId: nobody, title: 'Uptake of the review', source: 'Example, 2024' }
});

/** Tests of change as publications tell them. Refuses the number of another one of the project (`taken`). */
export const {
  add: addPublishedTest,
  change: changePublishedTest,
  remove: removePublishedTest,
  blank: blankPublishedTest,
  form: formOfPublishedTest
} = editing(publishedTestKind, {
  example: { projectId: nobody, number: 3, tried: 'One nurse', source: 'Example, 2024' }
});

/** What publications say of one project, empty where nothing was taken from any; and the publication it was itself taken from. */
export const viewPublished = query({
  name: 'improvement.view-published',
  needs: 'records:read',
  input: v.object({ projectId: id<ProjectId>() }),
  example: { projectId: nobody },
  async run({ scope, input: { projectId }, tx }) {
    const project = await projects.find(tx, scope, projectId);
    return ok({
      source: project?.source ?? '',
      measures: await records(publishedMeasureKind).list(tx, scope, { projectId }),
      tests: await records(publishedTestKind).list(tx, scope, { projectId })
    });
  }
});
