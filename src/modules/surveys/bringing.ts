import type { NewVoice, Origin } from './voices.store.server.ts';
import type { Response, Survey, SurveyQuestion } from './types.ts';

/** Where a long question is cut when it becomes the title of what was answered to it. */
const longestTitle = 100;

/**
 * The answers in people's own words that were not brought to the voices yet, as they will stand there. `brought` holds
 * `response question` of those that were.
 */
export function answersToBring(
  survey: Pick<Survey, 'id' | 'saidBy' | 'keepUntil' | 'needsQuestionId'>,
  questions: readonly SurveyQuestion[],
  responses: readonly Response[],
  brought: ReadonlySet<string>
): { readonly origin: Origin; readonly voice: NewVoice }[] {
  return questions
    .filter(({ kind }) => kind === 'short' || kind === 'long')
    .flatMap((question) =>
      responses.flatMap((response) => {
        const words = response.answers[question.id];
        if (typeof words !== 'string' || brought.has(`${response.id} ${question.id}`)) return [];
        const origin = {
          surveyId: survey.id,
          responseId: response.id,
          questionId: question.id
        };
        const voice: NewVoice = {
          title: shortened(`Answer to: ${question.text}`),
          method: 'survey',
          heardOn: response.answeredOn,
          settingKind: 'not-known',
          saidBy: survey.saidBy,
          peopleCount: 1,
          words,
          consent: 'survey',
          mayQuote: response.mayQuote,
          keepUntil: survey.keepUntil,
          needsQuestionId: survey.needsQuestionId
        };
        return [{ origin, voice }];
      })
    );
}

function shortened(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1)}…` : text;
}
