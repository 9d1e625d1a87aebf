import { workbookOf } from '#modules/maps/server';
import { cyclesTable } from '#modules/reach';
import { viewProgramme } from '#modules/reach/server';
import { ask } from '#platform/page.server';
import { workbookFile } from '../../../../system/downloads.server.ts';
import type { RequestHandler } from './$types';

/** The figures as they were counted. For use inside the partnership. */
export const GET: RequestHandler = async (event) => {
  const { programme, cycles } = await ask(event, viewProgramme, { id: event.params.programme });
  const table = cyclesTable(programme, cycles);
  return workbookFile(
    `inside-only-${event.params.programme}`,
    await workbookOf([{ name: 'Inside only', table }])
  );
};
