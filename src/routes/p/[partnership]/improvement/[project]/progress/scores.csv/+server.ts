import { scoresCsv } from '#modules/charter';
import { viewProgress } from '#modules/charter/server';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { project, scores } = await ask(event, viewProgress, { projectId: event.params.project });
  return csvResponse(scoresCsv(scores), `${project.title}-progress.csv`);
};
