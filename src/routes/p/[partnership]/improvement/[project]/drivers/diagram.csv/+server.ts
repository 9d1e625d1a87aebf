import { diagramCsv } from '#modules/drivers';
import { viewDiagram } from '#modules/drivers/server';
import { ask, csvResponse } from '#platform/page.server';
import { fileNameOf } from '../picture.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { project, ...view } = await ask(event, viewDiagram, { projectId: event.params.project });
  return csvResponse(diagramCsv(view), `${fileNameOf(project.title)}.csv`);
};
