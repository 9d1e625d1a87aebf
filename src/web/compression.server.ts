import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** Shorter answers fit one packet as they are. */
const least = 1400; // bytes
const compressible = /^(text\/(?!event-stream)|application\/(json|geo\+json|xml)|image\/svg\+xml)/;

/**
 * Answers in brotli or gzip where who asks takes it. A page is five to twenty times as small so, which is what a phone waits for.
 *
 * The length of what is compressed tells whether a guess in the address comes again in the page (the BREACH attack), so that what belongs
 * to somebody who is signed in is compressed only for this site's own pages and for addresses that a person opened. Another site can open such a page
 * with somebody's session, and whoever listens on the line sees its length; browsers say of each request where it comes from, and of one that
 * does not nothing is taken for granted.
 */
export function compressed(request: Request, response: Response, isSignedIn: boolean): Response {
  const encoding = encodingFor(request.headers);
  if (!isWorthIt(request, response)) return response;
  response.headers.append('Vary', 'Accept-Encoding');
  if (encoding === null || (isSignedIn && !isOfThisSite(request.headers))) return response;
  const headers = new Headers(response.headers);
  headers.set('Content-Encoding', encoding);
  headers.delete('Content-Length');
  const etag = headers.get('ETag');
  if (etag !== null) {
    // The same page in other bytes is the same only in what it says.
    headers.set('ETag', `W/${opaque(etag)}`);
    if (isHeldAlready(request.headers, etag)) {
      void response.body?.cancel();
      for (const ofTheBody of ['Content-Encoding', 'Content-Type']) headers.delete(ofTheBody);
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(bodyIn(encoding, response), { status: response.status, headers });
}

type Encoding = 'br' | 'gzip';

function isWorthIt({ method }: Request, { body, headers }: Response): boolean {
  const length = headers.get('Content-Length');
  return (
    method !== 'HEAD' &&
    body !== null &&
    !headers.has('Content-Encoding') &&
    compressible.test(headers.get('Content-Type') ?? '') &&
    (length === null || Number(length) >= least)
  );
}

/** The better of the two that is taken. A quality of 0 refuses one. */
function encodingFor(headers: Headers): Encoding | null {
  const taken = new Set(
    (headers.get('Accept-Encoding') ?? '')
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => !/;\s*q=0(\.0+)?$/.test(one))
      .map((one) => one.split(';')[0]?.trim())
  );
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null;
}

/** The name of what a page says, whether or not its bytes are the same. */
const opaque = (etag: string): string => etag.replace(/^W\//, '');

/** Whether who asks holds this page. The framework asks the same of pages as they are, and would not know the compressed one. */
const isHeldAlready = (headers: Headers, etag: string): boolean =>
  (headers.get('If-None-Match') ?? '')
    .split(',')
    .some((one) => opaque(one.trim()) === opaque(etag));

const isOfThisSite = (headers: Headers): boolean =>
  ['same-origin', 'none'].includes(headers.get('Sec-Fetch-Site') ?? '');

/** Quality 4 takes about as long as gzip and makes less. */
const quality = 4;

function bodyIn(encoding: Encoding, { body }: Response): ReadableStream | null {
  if (body === null) return null;
  const compressor =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : createGzip();
  // Both are streams of the web; the types of the browser and of Node differ in name alone.
  const source = Readable.fromWeb(body as unknown as NodeStream);
  // What breaks off on one side is told on the other, to whoever reads there.
  pipeline(source, compressor, () => undefined);
  return Readable.toWeb(compressor) as unknown as ReadableStream;
}
