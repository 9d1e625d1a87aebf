import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { mostQuestions, moved } from './rules.ts';
import { moveInput, newQuestionInput, oneInput, questionInput } from './schema.ts';
import { hasAnswers } from './survey.commands.server.ts';
import * as store from './surveys.store.server.ts';
import type { SurveyQuestion } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

type Fixed = { readonly kind: 'not-found' } | { readonly kind: 'has-answers' };

/** Holds a survey whose questions may still change. Refuses one that has answers: they were given to the questions as they stand. */
async function holdUnanswered(
  tx: Tx,
  scope: WriteScope,
  surveyId: string
): Promise<Result<void, Fixed>> {
  await store.holdSurvey(tx, scope, surveyId);
  const survey = await store.findSurvey(tx, scope, surveyId);
  if (survey === null) return err(notFound);
  const isFixed = survey.answersRemovedOn !== null || (await hasAnswers(tx, scope, surveyId));
  return isFixed ? err({ kind: 'has-answers' }) : ok();
}

/** Choices belong to kinds that offer some. */
function sound<Values extends Pick<SurveyQuestion, 'kind' | 'options'>>(question: Values): Values {
  const offers = ['one', 'several', 'scale'].includes(question.kind);
  return offers ? question : { ...question, options: [] };
}

const textsOf = ({ text, hint, options }: Pick<SurveyQuestion, 'text' | 'hint' | 'options'>) => ({
  text,
  hint,
  options: options.join('\n')
});

/** Adds a question at the end of a survey. */
export const addSurveyQuestion = command({
  name: 'surveys.add-question',
  needs: 'surveys:edit',
  input: newQuestionInput,
  example: {
    surveyId: none,
    kind: 'one',
    text: 'How often do you sing together?',
    options: 'Every day\nSome days\nHardly ever'
  },
  async run({ scope, input, tx, newId }) {
    const held = await holdUnanswered(tx, scope, input.surveyId);
    if (!held.ok) return held;
    const before = await store.questionsOf(tx, scope, input.surveyId);
    if (before.length >= mostQuestions) return err({ kind: 'too-many-questions' } as const);
    const id = newId();
    await store.addQuestion(tx, scope, sound({ ...input, id }), before.length);
    return ok({ id });
  }
});

/** Changes a question that nobody has answered yet. */
export const changeSurveyQuestion = command({
  name: 'surveys.change-question',
  needs: 'surveys:edit',
  input: questionInput,
  example: { id: none, kind: 'long', text: 'What would help?', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findQuestion(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const held = await holdUnanswered(tx, scope, stored.surveyId);
    if (!held.ok) return held;
    const version = await store.saveQuestion(tx, scope, sound(input));
    if (version !== null) return ok({ version, surveyId: stored.surveyId });
    const theirs = {
      kind: stored.kind,
      ...textsOf(stored),
      required: stored.required ? 'yes' : ''
    };
    return err(await changedMeanwhile(tx, scope, 'survey_question', stored, theirs));
  }
});

/** Moves a question one place up or down. */
export const moveSurveyQuestion = command({
  name: 'surveys.move-question',
  needs: 'surveys:edit',
  input: moveInput,
  example: { id: none, way: 'up' },
  async run({ scope, input, tx }) {
    const stored = await store.findQuestion(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const held = await holdUnanswered(tx, scope, stored.surveyId);
    if (!held.ok) return held;
    const questions = await store.questionsOf(tx, scope, stored.surveyId);
    const order = moved(questions, input.id, input.way);
    const ids = order.map(({ id }) => id);
    await store.orderQuestions(tx, scope, ids);
    return ok({ place: ids.indexOf(input.id) + 1, text: stored.text });
  }
});

/** Removes a question that nobody has answered yet. */
export const removeSurveyQuestion = command({
  name: 'surveys.remove-question',
  needs: 'surveys:edit',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const stored = await store.findQuestion(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const held = await holdUnanswered(tx, scope, stored.surveyId);
    if (!held.ok) return held;
    await store.removeQuestion(tx, scope, input.id);
    const left = await store.questionsOf(tx, scope, stored.surveyId);
    await store.orderQuestions(
      tx,
      scope,
      left.map(({ id }) => id)
    );
    return ok({ surveyId: stored.surveyId });
  }
});
