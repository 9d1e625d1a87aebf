import { csvText } from '#core/csv';
import { lessonsTable } from '#modules/cooperation';
import { viewLessons } from '#modules/cooperation/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What was learnt about working together, in words.'
};

export const GET: RequestHandler = async (event) => {
  const here = await ask(event, viewLessons);
  const table = lessonsTable(here.lessons, here);
  return csvResponse(csvText(table), `${event.params.partnership}-lessons.csv`);
};
