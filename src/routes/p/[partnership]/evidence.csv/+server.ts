import { csvText } from '#core/csv';
import { matrixTable } from '#modules/evidence';
import { viewMatrix } from '#modules/evidence/server';
import { ask } from '#web/page.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'no-counts',
  because: 'Strength of evidence, read from published research.'
};

/** The matrix as it stands on the page, under the same address of filters. */
export const GET: RequestHandler = async (event) => {
  const view = await ask(event, viewMatrix, Object.fromEntries(event.url.searchParams));
  const name = `evidence-${view.choice.outcome}-${view.choice.age}.csv`;
  return new Response(csvText(matrixTable(view)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`
    }
  });
};
