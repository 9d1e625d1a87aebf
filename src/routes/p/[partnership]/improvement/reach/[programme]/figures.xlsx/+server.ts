import { workbookOf } from '#modules/maps/server';
import { cyclesTable } from '#modules/reach';
import { viewProgrammeAsEntered } from '#modules/reach/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../../../../system/downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'as-entered',
  because: 'For those who count and correct them; what is passed on is the file to share.'
};

/** The figures as they were counted. For use inside the partnership. */
export const GET: RequestHandler = async (event) => {
  const { programme, cycles } = await ask(event, viewProgrammeAsEntered, {
    id: event.params.programme
  });
  const table = cyclesTable(programme, cycles);
  return workbookFile(
    `inside-only-${event.params.programme}`,
    await workbookOf([{ name: 'Inside only', table }])
  );
};
