import { templateTables, wordsTable } from '#modules/maps';
import { viewServiceWords, workbookOf } from '#modules/maps/server';
import { ask } from '#web/page.server';
import { workbookFile } from '../downloads.server.ts';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = { kind: 'no-counts', because: 'An empty table to fill in.' };

/** The columns to fill in, and the names of factors and ages to choose from. */
export const GET: RequestHandler = async (event) => {
  const { spine, stages } = await ask(event, viewServiceWords);
  const { services, connections } = templateTables(spine, stages);
  const workbook = await workbookOf([
    { name: 'Services', table: services, widths: [30, 14, 24, 24, 44, 44, 28, 12, 28] },
    { name: 'Connections', table: connections, widths: [30, 34, 14, 14] },
    { name: 'Words to use (ignore)', table: wordsTable(spine, stages), widths: [44, 24, 14] }
  ]);
  return workbookFile('services-template', workbook);
};
