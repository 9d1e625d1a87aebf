import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { getSpine } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import * as v from 'valibot';
import { ideaFields, projectFields, publicityFields } from '../conflicts.ts';
import type { ImprovementProblem } from '../problems.ts';
import * as store from './projects.store.server.ts';
import { ideaInput, newIdeaInput, newProjectInput, projectInput, publicInput } from '../schema.ts';
import type { ChangeIdeaId, ProjectId } from '../types.ts';

/** Setting up projects and their change ideas. */

const nobody = '00000000-0000-4000-8000-000000000000';

/** Begins an improvement project. The aim may still have gaps: they are named, not refused. */
export const addProject = command({
  name: 'improvement.add-project',
  needs: 'improvement:edit',
  input: newProjectInput,
  example: {
    title: 'Bedtime stories',
    aimChange: 'Children hear a story at home every day',
    aimAmount: '75%',
    factorIds: ['play-and-verbal-exchanges']
  },
  async run({ scope, input, tx, newId }) {
    const checked = await checkProject(tx, input);
    if (!checked.ok) return checked;
    const id = newId() as ProjectId; // made here
    await store.addProject(tx, scope, id, partsOf(input));
    return ok({ id });
  }
});

export const changeProject = command({
  name: 'improvement.change-project',
  needs: 'improvement:edit',
  input: projectInput,
  example: { projectId: nobody, title: 'Bedtime stories', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findProject(tx, scope, input.projectId);
    if (stored === null) return err({ kind: 'not-found' } as const);
    const checked = await checkProject(tx, input);
    if (!checked.ok) return checked;
    const version = await store.saveProject(tx, scope, stored.id, partsOf(input), input.version);
    if (version !== null) return ok({ version });
    return err(
      await changedMeanwhile(tx, scope, 'improvement_project', stored, projectFields(stored))
    );
  }
});

/** Says whether the public page shows a project, and in which everyday words. */
export const changePublicity = command({
  name: 'improvement.change-publicity',
  needs: 'public-page:publish',
  input: publicInput,
  example: { projectId: nobody, isPublic: false, publicSummary: '', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findProject(tx, scope, input.projectId);
    if (stored === null) return err({ kind: 'not-found' } as const);
    if (input.isPublic && input.publicSummary === '')
      return err({ kind: 'summary-missing' } as const);
    const version = await store.savePublicity(tx, scope, stored.id, input, input.version);
    if (version !== null) return ok({ version });
    return err(
      await changedMeanwhile(tx, scope, 'improvement_project', stored, publicityFields(stored))
    );
  }
});

export const addChangeIdea = command({
  name: 'improvement.add-change-idea',
  needs: 'improvement:edit',
  input: newIdeaInput,
  example: { projectId: nobody, text: 'Lend every family a book on Friday' },
  async run({ scope, input, tx, newId }) {
    const project = await store.findProject(tx, scope, input.projectId);
    if (project === null) return err({ kind: 'not-found' } as const);
    const checked = await checkIdea(tx, input);
    if (!checked.ok) return checked;
    const id = newId() as ChangeIdeaId; // made here
    await store.addIdea(tx, scope, { ...input, id });
    return ok({ id });
  }
});

export const changeChangeIdea = command({
  name: 'improvement.change-change-idea',
  needs: 'improvement:edit',
  input: ideaInput,
  example: { changeIdeaId: nobody, text: 'Lend every family a book on Friday', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findIdea(tx, scope, input.changeIdeaId);
    if (stored === null) return err({ kind: 'not-found' } as const);
    const checked = await checkIdea(tx, input);
    if (!checked.ok) return checked;
    const version = await store.saveIdea(tx, scope, stored.id, input, input.version);
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'change_idea', stored, ideaFields(stored)));
  }
});

async function checkProject(
  tx: Tx,
  input: { readonly factorIds: readonly string[]; readonly outcomeIds: readonly string[] }
): Promise<Result<undefined, ImprovementProblem>> {
  const spine = await getSpine(tx);
  for (const factorId of input.factorIds) {
    if (!spine.factors.some(({ id }) => id === factorId))
      return err({ kind: 'unknown-factor', factorId });
  }
  for (const outcomeId of input.outcomeIds) {
    if (!spine.outcomes.some(({ id }) => id === outcomeId)) {
      return err({ kind: 'unknown-outcome', outcomeId });
    }
  }
  return ok();
}

async function checkIdea(
  tx: Tx,
  input: { readonly factorId: string | null }
): Promise<Result<undefined, ImprovementProblem>> {
  const { factorId } = input;
  if (factorId !== null) {
    const spine = await getSpine(tx);
    if (!spine.factors.some(({ id }) => id === factorId))
      return err({ kind: 'unknown-factor', factorId });
  }
  return ok();
}

function partsOf(
  input: Omit<store.ProjectParts, 'aim'> & {
    readonly aimChange: string;
    readonly aimAmount: string;
    readonly aimForWhom: string;
    readonly aimBy: string | null;
    readonly aimBaseline: string;
  }
): store.ProjectParts {
  return {
    ...input,
    aim: {
      change: input.aimChange,
      amount: input.aimAmount,
      forWhom: input.aimForWhom,
      by: input.aimBy,
      baseline: input.aimBaseline
    }
  };
}

/** A project of which nothing is known but its title, looked through already: what its aim still lacks is named on its page. */
export function partsOfTitle(title: string): store.ProjectParts {
  return partsOf(v.parse(newProjectInput, { title, checkedForPeople: true }));
}
