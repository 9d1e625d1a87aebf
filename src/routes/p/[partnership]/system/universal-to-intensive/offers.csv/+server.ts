import type { Leaving } from '#web/leaving';
import { csvFile } from '../../downloads.server.ts';
import { supportTable } from '../table.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'What is offered; nobody is counted.'
};

export const GET: RequestHandler = async (event) =>
  csvFile(`universal-to-intensive-${event.params.partnership}`, await supportTable(event));
