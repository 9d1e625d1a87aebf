import { isExcelAddress } from '#core/csv';
import type { CsvToTurn } from '#platform/csv-workbook-work.server';
import { inThread } from '#platform/worker.server';

const mostSeconds = 60;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * What was answered, as a workbook of one sheet where a list as CSV was asked for as Excel; else as it is. What is given away is what
 * the CSV holds, made safe as that was.
 */
export async function asAskedFor(
  { method, url }: { readonly method: string; readonly url: URL },
  response: Response
): Promise<Response> {
  const isAsked = method === 'GET' && isExcelAddress(url);
  const isCsv = response.headers.get('content-type')?.startsWith('text/csv') === true;
  if (!isAsked || !isCsv || response.status !== 200) return response;
  const name = fileNameOf(response.headers.get('content-disposition') ?? '');
  const input: CsvToTurn = { text: await response.text(), sheet: sheetNameOf(name) };
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const hear = (made: Uint8Array<ArrayBuffer>) => void (bytes = made);
  await inThread('platform/csv-workbook-work.server.ts', input, hear, { seconds: mostSeconds });
  if (bytes === undefined) throw new Error('The writer of workbooks said nothing.');
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.set('content-type', xlsxType);
  headers.set('content-disposition', `attachment; filename="${name}.xlsx"`);
  return new Response(bytes, { headers });
}

function fileNameOf(disposition: string): string {
  return /filename="([^"]+?)(?:\.csv)?"/.exec(disposition)?.[1] ?? 'list';
}

/** A sheet may have 31 signs, none of these among them. */
function sheetNameOf(name: string): string {
  const plain = name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);
  return plain.trim() === '' ? 'List' : plain;
}
