import { csvText } from '#core/csv';
import { excelAddress, pngAddress } from '#core/other-form';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { asAskedFor } from './other-form.server.ts';

const table = [
  ['Aim', 'Share', 'Number', 'Note'],
  ['=Sum of all', '12.5', '007', 'two\nlines'],
  ['–', '1.50', '12345678901234567', "it's"]
];
const csv = () =>
  new Response(csvText(table), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="fernhollow-aims: all of them [and more].csv"'
    }
  });
const asked = (address: string, method = 'GET') => ({
  method,
  url: new URL(address, 'https://cairn.example')
});

describe('a list as CSV', () => {
  test('comes as a workbook with the same cells where it is asked for so, numbers that are written as numbers are as numbers', async () => {
    const answer = await asAskedFor(asked(excelAddress('/p/x/aims.csv?late=yes')), csv());
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="fernhollow-aims: all of them [and more].xlsx"'
    );
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()));
    expect(rows).toEqual([
      ['Aim', 'Share', 'Number', 'Note'],
      ['=Sum of all', 12.5, '007', 'two\nlines'],
      ['–', '1.50', '12345678901234567', "it's"]
    ]);
  });

  test('a drawing comes as a picture of the same drawing', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><text>Hall</text></svg>';
    const drawn = new Response(svg, {
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-disposition': 'attachment; filename="groups.svg"'
      }
    });
    const answer = await asAskedFor(asked(pngAddress('/p/x/groups.svg')), drawn);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="groups.png"');
    expect(answer.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([60, 40]);
  });

  test.each([
    ['the form of something else', asked('/p/x/aims.csv?file=png'), csv()],
    ['the plain address', asked('/p/x/aims.csv'), csv()],
    ['something else than a list', asked('/p/x?file=xlsx'), new Response('<p>', { headers: {} })],
    ['what is sent', asked('/p/x/aims.csv?file=xlsx', 'POST'), csv()],
    [
      'a refusal',
      asked('/p/x/aims.csv?file=xlsx'),
      new Response('no', { status: 404, headers: { 'content-type': 'text/csv' } })
    ]
  ])('stays as it is at %s', async (_, request, response) => {
    expect(await asAskedFor(request, response)).toBe(response);
  });
});
