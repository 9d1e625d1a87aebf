import { err, ok } from '#core/result';
import { command } from '#platform/command';
import { onceForTest } from './once.server.ts';
import { planTestIn } from './plan.commands.server.ts';
import { partsOfTitle } from '../projects/project.commands.server.ts';
import * as projectStore from '../projects/projects.store.server.ts';
import { recordInput } from '../schema.ts';
import { report } from './test.commands.server.ts';
import * as store from './tests.store.server.ts';
import type { ProjectId } from '../types.ts';

/** Recording a test in two minutes, from a phone that may have lost its connection. */

const nobody = '00000000-0000-4000-8000-000000000000';

/**
 * Records a test that is planned or, with what came of it, one that was tried already; in a project there is, or in a new one
 * that begins with its title.
 * Sent again under the same `sendingId`, it is saved once.
 */
export const recordTest = command({
  name: 'improvement.record-test',
  needs: 'improvement:record',
  input: recordInput,
  example: {
    projectId: nobody,
    changeTried: 'Give one family a book in a cloth bag',
    plannedFor: '2026-03-01',
    predictions: [{ question: '', prediction: 'On three evenings of seven' }],
    tried: 'yes',
    results: [{ result: 'On five evenings' }],
    wasImprovement: 'yes',
    decision: 'adopt'
  },
  async run({ scope, input, tx, now, newId }) {
    const { sendingId, ...content } = input;
    return onceForTest(tx, scope, { id: sendingId, content, now }, async () => {
      const isNew = input.newProject !== '';
      if (!isNew && input.projectId === null) return err({ kind: 'project-missing' } as const);
      const projectId = isNew
        ? (newId() as ProjectId) // made here
        : (input.projectId ?? (nobody as ProjectId)); // seen above to be there
      if (isNew)
        await projectStore.projects.add(tx, scope, projectId, partsOfTitle(input.newProject));
      const planned = await planTestIn({
        scope,
        input: { ...input, projectId, changeIdeaId: null, newIdea: '', followsId: null },
        tx,
        now,
        newId
      });
      const { wasImprovement, decision } = input;
      if (!planned.ok || wasImprovement === null || decision === null || input.tried === 'no') {
        return planned.ok ? ok({ id: planned.value.id, projectId }) : planned;
      }
      const stored = await store.findTest(tx, scope, planned.value.id);
      if (stored === null) return err({ kind: 'not-found' } as const);
      const { version } = stored;
      const doneOn = input.plannedFor;
      return report(
        tx,
        scope,
        stored,
        { ...input, wasImprovement, decision, doneOn, version },
        now
      );
    });
  }
});
