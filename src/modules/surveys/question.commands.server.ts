import { err, ok, type Result } from '#core/result';
import { newInput, oneInput } from '#modules/records';
import { changing, forms, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { surveyQuestionKind, type SurveyQuestion } from './kinds.ts';
import { mostQuestions, moved } from './rules.ts';
import { moveInput } from './schema.ts';
import { explainSurveyProblem as explain } from './sentences.ts';
import { holdUnanswered } from './survey.commands.server.ts';
import * as store from './surveys.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const { questionRecords: questions } = store;

/** What the form of a question shows. */
export const { form: formOfSurveyQuestion } = forms(surveyQuestionKind);

type Choices = Pick<SurveyQuestion, 'kind' | 'options'>;

/** A question with the choices that its kind offers. Refuses fewer than two, and two that say the same. */
function sound<Values extends Choices>(
  question: Values
): Result<Values, { readonly kind: 'too-few-choices' } | { readonly kind: 'same-choice' }> {
  const { kind, options } = question;
  if (!['one', 'several', 'scale'].includes(kind)) return ok({ ...question, options: [] });
  const apart = new Set(options.map((one) => one.toLocaleLowerCase('en-GB')));
  if (apart.size < options.length) return err({ kind: 'same-choice' });
  return options.length < 2 ? err({ kind: 'too-few-choices' }) : ok(question);
}

/** Adds a question at the end of a survey. */
export const addSurveyQuestion = saying(
  command({
    name: 'surveys.add-question',
    needs: surveyQuestionKind.permission.add,
    input: newInput(surveyQuestionKind),
    example: {
      surveyId: none,
      kind: 'one',
      text: 'How often do you sing together?',
      options: 'Every day\nSome days\nHardly ever'
    },
    async run({ scope, input, tx, newId }) {
      const { surveyId } = input;
      const held = await holdUnanswered(tx, scope, surveyId);
      if (!held.ok) return held;
      const question = sound(input);
      if (!question.ok) return question;
      const position = (await questions.list(tx, scope, { surveyId })).length;
      if (position >= mostQuestions) return err({ kind: 'too-many-questions' } as const);
      const id = newId();
      await questions.add(tx, scope, id, { ...question.value, position });
      return ok({ id });
    }
  }),
  { done: surveyQuestionKind.words.added, explain }
);

/** Changes a question that nobody has answered yet. */
export const changeSurveyQuestion = changing(surveyQuestionKind, {
  example: { surveyId: none, kind: 'long', text: 'What would help?' },
  async check({ tx, scope, values }) {
    const held = await holdUnanswered(tx, scope, values.surveyId);
    return held.ok ? sound(values) : held;
  },
  explain
});

/** Moves a question one place up or down. */
export const moveSurveyQuestion = saying(
  command({
    name: 'surveys.move-question',
    needs: 'surveys:edit',
    input: moveInput,
    example: { id: none, way: 'up' },
    async run({ scope, input, tx }) {
      const stored = await questions.find(tx, scope, input.id);
      if (stored === null) return err(notFound);
      const { surveyId, text } = stored;
      const held = await holdUnanswered(tx, scope, surveyId);
      if (!held.ok) return held;
      const order = moved(await questions.list(tx, scope, { surveyId }), input.id, input.way);
      const ids = order.map(({ id }) => id);
      await store.orderQuestions(tx, scope, ids);
      return ok({ place: ids.indexOf(input.id) + 1, text });
    }
  }),
  { done: surveyQuestionKind.words.changed, explain }
);

/** Removes a question that nobody has answered yet. */
export const removeSurveyQuestion = saying(
  command({
    name: 'surveys.remove-question',
    needs: surveyQuestionKind.permission.remove,
    input: oneInput,
    example: { id: none },
    async run({ scope, input: { id }, tx }) {
      const stored = await questions.find(tx, scope, id);
      if (stored === null) return err(notFound);
      const { surveyId } = stored;
      const held = await holdUnanswered(tx, scope, surveyId);
      if (!held.ok) return held;
      await questions.remove(tx, scope, id);
      const left = await questions.list(tx, scope, { surveyId });
      await store.orderQuestions(
        tx,
        scope,
        left.map((one) => one.id)
      );
      return ok({ surveyId });
    }
  }),
  { done: surveyQuestionKind.words.removed, explain }
);
