import { viewQuestions } from '#modules/needs/server';
import { ask } from '#web/page.server';

/** The questions of the needs-analysis plan that a form offers: those that are not dropped, and the one that is chosen. */
export async function questionsOffered(
  event: Parameters<typeof ask>[0],
  chosen: string | null = null
): Promise<{ value: string; label: string }[]> {
  const { questions } = await ask(event, viewQuestions);
  return questions
    .filter(({ id, status }) => status !== 'dropped' || id === chosen)
    .map(({ id, question }) => ({ value: id, label: question }));
}
