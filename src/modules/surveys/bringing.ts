import type { Response } from './types.ts';
import type { Survey, SurveyQuestion } from './kinds.ts';

/** Where a long question is cut when it becomes the title of what was answered to it. */
const longestTitle = 100;

/** From which answer a voice was copied; null where it was noted by hand. */
type Copy = { readonly responseId: string | null; readonly surveyQuestionId: string | null };

/** The answers in people's own words that were not brought to the voices yet, as they will stand there. `brought` are those that were. */
export function answersToBring(
  survey: Pick<Survey, 'id' | 'saidBy' | 'keepUntil' | 'needsQuestionId'>,
  questions: readonly SurveyQuestion[],
  responses: readonly Response[],
  brought: readonly Copy[]
) {
  const nameOf = ({ responseId, surveyQuestionId }: Copy) => `${responseId} ${surveyQuestionId}`;
  const known = new Set(brought.map(nameOf));
  return questions
    .filter(({ kind }) => kind === 'short' || kind === 'long')
    .flatMap((question) =>
      responses.flatMap((response) => {
        const words = response.answers[question.id];
        const copy = { responseId: response.id, surveyQuestionId: question.id };
        if (typeof words !== 'string' || known.has(nameOf(copy))) return [];
        return [
          {
            ...copy,
            surveyId: survey.id,
            title: shortened(`Answer to: ${question.text}`),
            method: 'survey' as const,
            heardOn: response.answeredOn,
            settingKind: 'not-known' as const,
            saidBy: survey.saidBy,
            peopleCount: 1,
            words,
            consent: 'survey' as const,
            mayQuote: response.mayQuote,
            keepUntil: survey.keepUntil,
            needsQuestionId: survey.needsQuestionId
          }
        ];
      })
    );
}

function shortened(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1)}…` : text;
}
