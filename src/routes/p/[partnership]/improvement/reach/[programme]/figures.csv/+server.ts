import { csvText } from '#core/csv';
import { cyclesTable } from '#modules/reach';
import { viewProgrammeAsEntered } from '#modules/reach/server';
import { ask, csvResponse } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'as-entered',
  because: 'For those who count and correct them; what is passed on is the file to share.'
};

/** The figures as they were counted, in a form that is read back. For use inside the partnership. */
export const GET: RequestHandler = async (event) => {
  const { programme, cycles } = await ask(event, viewProgrammeAsEntered, {
    id: event.params.programme
  });
  return csvResponse(csvText(cyclesTable(programme, cycles)), `inside-only-${programme.title}.csv`);
};
