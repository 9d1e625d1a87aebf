import { csvText } from '#core/csv';
import { explainRowProblem } from '#modules/indicators/import';
import { viewLeftOut } from '#modules/indicators/import/server';
import type { Leaving } from '#web/leaving';
import { ask, csvResponse } from '#web/page.server';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'as-entered',
  because: 'these are rows of the file that somebody here chose, given back to be put right'
};

/** The rows of a file that were left out, as they stand in it, with the reason: put right, the file can be chosen again. */
export const GET: RequestHandler = async (event) => {
  const { headings, rows } = await ask(event, viewLeftOut, { id: event.params.import });
  const lines = rows.map(({ row, cells, problems, what }) => [
    ...headings.map((_, index) => cells?.[index] ?? ''),
    String(row),
    what === 'passed-over' ? 'Left out as chosen' : problems.map(explainRowProblem).join(' ')
  ]);
  const text = csvText([[...headings, 'Row in the file', 'Why it was left out'], ...lines]);
  return csvResponse(text, 'left-out.csv');
};
