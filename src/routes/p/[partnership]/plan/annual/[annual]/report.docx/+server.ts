import { viewAnnualReport } from '#modules/reports/server';
import type { Leaving } from '#web/leaving';
import { ask, wordResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'published',
  because: 'A snapshot: its figures passed the rule of the public page when it was frozen.'
};

export const GET: RequestHandler = async (event) => {
  const { content, untilOn } = await ask(event, viewAnnualReport, { id: event.params.annual });
  const name = `${event.params.partnership}-report-to-${untilOn}.docx`;
  return wordResponse(event, content, name);
};
