import { diagramCsv } from '#modules/drivers';
import { viewDiagram } from '#modules/drivers/server';
import { ask, csvResponse } from '#web/page.server';
import { fileNameOf } from '../picture.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Aims, drivers and change ideas in words.'
};

export const GET: RequestHandler = async (event) => {
  const { project, ...view } = await ask(event, viewDiagram, { projectId: event.params.project });
  return csvResponse(diagramCsv(view), `${fileNameOf(project.title)}.csv`);
};
