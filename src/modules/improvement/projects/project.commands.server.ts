import { err, ok } from '#core/result';
import { newInput, type ValuesOf } from '#modules/records';
import { adding, changing, editing, forms } from '#modules/records/server';
import * as v from 'valibot';
import { explainImprovementProblem } from '../sentences.ts';
import { ideaKind, projectKind, publicityKind } from './kinds.ts';

/** Setting up projects and their change ideas. */

const nobody = '00000000-0000-4000-8000-000000000000';

const rules = {
  example: {
    title: 'Bedtime stories',
    aimChange: 'Children hear a story at home every day',
    aimAmount: '75%',
    factorIds: ['play-and-verbal-exchanges']
  }
};

/** Begins an improvement project. The aim may still have gaps: they are named, not refused. */
export const addProject = adding(projectKind, rules);
export const changeProject = changing(projectKind, rules);
export const { blank: blankProject, form: formOfProject } = forms(projectKind);

/** Says whether the public page shows a project, and in which everyday words. Refuses to show it without any. */
export const changePublicity = changing(publicityKind, {
  example: { isPublic: false, publicSummary: '' },
  check: ({ values }) =>
    values.isPublic && values.publicSummary === ''
      ? err({ kind: 'summary-missing' } as const)
      : ok(values),
  explain: explainImprovementProblem
});
export const { form: formOfPublicity } = forms(publicityKind);

/** Change ideas of a project. */
export const {
  add: addChangeIdea,
  change: changeChangeIdea,
  blank: blankChangeIdea,
  form: formOfChangeIdea
} = editing(ideaKind, {
  example: { projectId: nobody, text: 'Lend every family a book on Friday' }
});

/** A project of which nothing is known but its title, looked through already: what its aim still lacks is named on its page. */
export function partsOfTitle(title: string): ValuesOf<typeof projectKind> {
  return v.parse(newInput(projectKind), { title, checkedForPeople: true });
}
