import { formAskedFor } from '#core/other-form';
import type { ToTurn } from '#platform/other-form-work.server';
import { inThread } from '#platform/worker.server';

const mostSeconds = 60;

/** What each form is made of, and how it is sent. */
const forms = {
  xlsx: {
    of: 'text/csv',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  },
  png: { of: 'image/svg+xml', type: 'image/png' }
} as const;

/**
 * What was answered, in the other form that its address asks for: a list as CSV as a workbook of one sheet, a drawing as SVG as a PNG;
 * else as it is. What is given away is what the first form holds, made safe as that was.
 */
export async function asAskedFor(
  { method, url }: { readonly method: string; readonly url: URL },
  response: Response
): Promise<Response> {
  const into = formAskedFor(url);
  if (into === null || method !== 'GET' || response.status !== 200) return response;
  const { of, type } = forms[into];
  if (response.headers.get('content-type')?.startsWith(of) !== true) return response;
  const name = fileNameOf(response.headers.get('content-disposition') ?? '');
  const text = await response.text();
  const bytes = await turned(
    into === 'png' ? { into, text } : { into, text, sheet: sheetNameOf(name) }
  );
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.set('content-type', type);
  headers.set('content-disposition', `attachment; filename="${name}.${into}"`);
  return new Response(bytes, { headers });
}

async function turned(input: ToTurn): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const hear = (made: Uint8Array<ArrayBuffer>) => void (bytes = made);
  await inThread('platform/other-form-work.server.ts', input, hear, { seconds: mostSeconds });
  if (bytes === undefined) throw new Error('The writer of files said nothing.');
  return bytes;
}

function fileNameOf(disposition: string): string {
  return /filename="([^"]+?)(?:\.(?:csv|svg))?"/.exec(disposition)?.[1] ?? 'file';
}

/** A sheet may have 31 signs, none of these among them. */
function sheetNameOf(name: string): string {
  const plain = name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);
  return plain.trim() === '' ? 'List' : plain;
}
