import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { command } from '#platform/command';
import { readAnswers } from './answers.ts';
import * as responses from './responses.store.server.ts';
import { asksForWords } from './rules.ts';
import { paperInput } from './schema.ts';
import { heldSurvey } from './survey.commands.server.ts';
import { questionRecords } from './surveys.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';

/**
 * Types in a form that came on paper, while the survey is open or after it was closed. The person must have agreed on the paper.
 * The record of the run says that somebody typed in a form, and not what was in it.
 */
export const addPaperAnswers = command({
  name: 'surveys.add-paper-answers',
  needs: 'voices:record',
  input: paperInput,
  example: { id: none, formKey: none, agreed: 'yes', fields: {} },
  async run({ scope, input, tx, now, newId }) {
    const survey = await heldSurvey(tx, scope, input.id);
    if (survey === null) return err({ kind: 'not-found' } as const);
    if (survey.answersRemovedOn !== null) return err({ kind: 'removed-already' } as const);
    if (survey.status === 'draft') return err({ kind: 'not-open' } as const);
    const questions = await questionRecords.list(tx, scope, { surveyId: survey.id });
    const answers = readAnswers(questions, input.fields);
    if (!answers.ok || !input.agreed) {
      const problems = answers.ok ? {} : answers.error;
      return err({ kind: 'answers-refused', problems, agreed: input.agreed } as const);
    }
    if (await responses.hasFormKey(tx, scope, survey.id, input.formKey))
      return ok({ isNew: false });
    await responses.addResponse(tx, scope.partnershipId, {
      id: newId(),
      surveyId: survey.id,
      answeredOn: dateOf(now),
      way: 'paper',
      consentNumber: survey.consentNumber,
      mayQuote: asksForWords(questions) && input.mayQuote,
      formKey: input.formKey,
      answers: answers.value
    });
    return ok({ isNew: true });
  }
});
