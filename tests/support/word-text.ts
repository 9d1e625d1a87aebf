import { unzip } from '../../src/platform/zip.server.ts';

/** What a Word file says, a line for each paragraph and each cell, as its markup holds it. Fails where the bytes are no Word file. */
export function wordText(bytes: Buffer): string {
  const opened = unzip(bytes, (path) => path === 'word/document.xml', {
    bytes: 20_000_000,
    entries: 100
  });
  if (!opened.ok) throw new Error(`No Word file: ${opened.error.kind}`);
  const body = opened.value[0]?.bytes.toString('utf8') ?? '';
  return [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
    .map(([, paragraph = '']) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join('')
    )
    .join('\n')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
