import { scoresCsv } from '#modules/charter';
import { viewProgress } from '#modules/charter/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'How far a project has come, on a scale; nobody is counted.'
};

export const GET: RequestHandler = async (event) => {
  const { project, scores } = await ask(event, viewProgress, { projectId: event.params.project });
  return csvResponse(scoresCsv(scores), `${project.title}-progress.csv`);
};
