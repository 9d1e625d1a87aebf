import { workbookOf } from '#modules/maps/server';
import type { Leaving } from '#web/leaving';
import { workbookFile } from '../../downloads.server.ts';
import { supportTable } from '../table.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What is offered; nobody is counted.'
};

export const GET: RequestHandler = async (event) => {
  const table = await supportTable(event);
  const workbook = await workbookOf([{ name: 'Offers', table, widths: [8, 20, 30] }]);
  return workbookFile(`universal-to-intensive-${event.params.partnership}`, workbook);
};
