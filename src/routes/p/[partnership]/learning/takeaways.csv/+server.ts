import { takeawaysCsv } from '#modules/learning';
import { viewTakeawaysForFile } from '#modules/learning/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What was taken back from learning sessions, in words.'
};

export const GET: RequestHandler = async (event) => {
  const { lines, words } = await ask(event, viewTakeawaysForFile);
  const title = (id: string) => words.factors.find((factor) => factor.id === id)?.title ?? id;
  return csvResponse(takeawaysCsv(lines, title), `${event.params.partnership}-taken-back.csv`);
};
