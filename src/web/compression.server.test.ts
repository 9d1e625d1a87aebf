import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from './compression.server.ts';

const page = `<p>${'A story at bedtime. '.repeat(200)}</p>`;

function ask(headers: Readonly<Record<string, string>>, method = 'GET'): Request {
  return new Request('https://cairn.example/p/fernhollow', { method, headers });
}

function answer(text = page, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/html',
      'Content-Length': String(Buffer.byteLength(text)),
      ETag: '"1abc"',
      ...headers
    }
  });
}

const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());
const encodingOf = (response: Response) => response.headers.get('Content-Encoding');

describe('an answer', () => {
  test.each([
    { taken: 'gzip, deflate, br', encoding: 'br', read: brotliDecompressSync },
    { taken: 'gzip', encoding: 'gzip', read: gunzipSync },
    { taken: 'br;q=0, gzip;q=0.5', encoding: 'gzip', read: gunzipSync }
  ])('is sent as $encoding to whoever takes $taken', async ({ taken, encoding, read }) => {
    const response = compressed(ask({ 'Accept-Encoding': taken }), answer(), false);
    expect(encodingOf(response)).toBe(encoding);
    expect(response.headers.get('Content-Length')).toBeNull();
    expect(response.headers.get('ETag')).toBe('W/"1abc"');
    expect(response.headers.get('Vary')).toBe('Accept-Encoding');
    const body = await bytes(response);
    expect(body.length).toBeLessThan(page.length / 5);
    expect(read(body).toString()).toBe(page);
  });

  test.each([
    ['who asks takes none', ask({}), answer()],
    ['it is short', ask({ 'Accept-Encoding': 'gzip' }), answer('<p>Short</p>')],
    [
      'it is a picture',
      ask({ 'Accept-Encoding': 'gzip' }),
      answer(page, { 'Content-Type': 'image/png' })
    ],
    [
      'it is compressed',
      ask({ 'Accept-Encoding': 'gzip' }),
      answer(page, { 'Content-Encoding': 'br' })
    ],
    ['only its head is asked for', ask({ 'Accept-Encoding': 'gzip' }, 'HEAD'), answer()]
  ])('stays as it is where %s', async (_, request, response) => {
    const before = encodingOf(response);
    const after = compressed(request, response, false);
    expect(encodingOf(after)).toBe(before);
    expect((await bytes(after)).length).toBe(Number(after.headers.get('Content-Length')));
  });

  test.each([
    { from: 'same-origin', encoding: 'gzip' },
    { from: 'none', encoding: 'gzip' },
    { from: 'same-site', encoding: null },
    { from: 'cross-site', encoding: null },
    { from: undefined, encoding: null }
  ])('for somebody signed in, asked for from $from, is $encoding', ({ from, encoding }) => {
    const headers = {
      'Accept-Encoding': 'gzip',
      ...(from === undefined ? {} : { 'Sec-Fetch-Site': from })
    };
    expect(encodingOf(compressed(ask(headers), answer(), true))).toBe(encoding);
  });

  test('that is held already is not sent again', async () => {
    const headers = { 'Accept-Encoding': 'br', 'If-None-Match': '"other", W/"1abc"' };
    const response = compressed(ask(headers), answer(), false);
    expect([response.status, await response.text()]).toEqual([304, '']);
    expect(Object.fromEntries(response.headers)).toEqual({
      etag: 'W/"1abc"',
      vary: 'Accept-Encoding'
    });
    const changed = { ...headers, 'If-None-Match': 'W/"2def"' };
    expect(compressed(ask(changed), answer(), false).status).toBe(200);
  });

  test('that breaks off breaks off for whoever reads it', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error('The disk is gone'));
      }
    });
    const response = new Response(broken, { headers: { 'Content-Type': 'text/csv' } });
    const after = compressed(ask({ 'Accept-Encoding': 'gzip' }), response, false);
    await expect(after.text()).rejects.toThrow('The disk is gone');
  });
});
