import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  readPasted,
  readSpreadsheet,
  readText,
  remarkSentence,
  spreadsheetLimits,
  spreadsheetSentence
} from './spreadsheet.server.ts';
import { zipStored } from './zip.server.ts';

function file(content: string | Buffer, name = 'values.csv'): File {
  return new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
}

async function workbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const data = rows.map((row) =>
    row.map((value) =>
      value instanceof Date
        ? { value, type: Date, format: 'dd/mm/yyyy' }
        : typeof value === 'string' && value.startsWith('=')
          ? { value, type: 'Formula' as const }
          : { value: value as string | number }
    )
  );
  return writeXlsxFile(data as SheetData).toBuffer(); // made of plain cells above
}

/** A ZIP archive with one file that claims another size than it has. */
function bomb(bytes: number): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const packed = deflateRawSync(Buffer.alloc(bytes, 0x20));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe('a file of rows', () => {
  test('in Windows-1252, as Excel saves CSV, keeps its letters', async () => {
    const content = Buffer.from(
      'Date,Value,Note\r\n3/2/2026,12,caf\u00e9 \u0093open\u0094',
      'latin1'
    );
    expect(await readSpreadsheet(file(content))).toEqual({
      ok: true,
      value: {
        remarks: [],
        cells: [
          ['Date', 'Value', 'Note'],
          ['3/2/2026', '12', 'café “open”']
        ]
      }
    });
  });

  test('in UTF-8 loses its mark and keeps commas inside quotation marks', async () => {
    expect(await readSpreadsheet(file('\ufeffDate,Note\n3/2/2026,"Snow, ice"\n'))).toEqual({
      ok: true,
      value: {
        remarks: [],
        cells: [
          ['Date', 'Note'],
          ['3/2/2026', 'Snow, ice']
        ]
      }
    });
  });

  test('in a workbook gives dates and numbers as text', async () => {
    const rows = [
      ['Date', 'Value'],
      [new Date('2026-02-03T00:00:00Z'), 12.5]
    ];
    expect(await readSpreadsheet(file(await workbook(rows), 'values.xlsx'))).toEqual({
      ok: true,
      value: {
        remarks: [],
        cells: [
          ['Date', 'Value'],
          ['2026-02-03', '12.5']
        ]
      }
    });
  });

  test('with a formula whose result is not in the workbook is refused, and the cell named', async () => {
    const answer = await readSpreadsheet(
      file(
        await workbook([
          ['Date', 'Value'],
          ['3/2/2026', '=1+2']
        ])
      )
    );
    expect(answer).toEqual({ ok: false, error: { kind: 'formula-cells', cells: ['B2'] } });
    expect(answer.ok || spreadsheetSentence(answer.error)).toBe(
      'Cell B2 holds a formula whose result is not in the file. Open it in Excel and save it again, or paste it as values.'
    );
  });

  test('that swells when it is unpacked is stopped', async () => {
    const answer = await readSpreadsheet(file(bomb(60_000_000), 'values.xlsx'));
    expect(answer).toEqual({ ok: false, error: { kind: 'swelling-file' } });
  });

  test.each([
    {
      what: 'half a workbook',
      content: Buffer.from('PK\u0003\u0004 and no more', 'latin1'),
      kind: 'damaged-file'
    },
    {
      what: 'an old workbook',
      content: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      kind: 'old-spreadsheet'
    },
    {
      what: 'a picture',
      content: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      kind: 'not-a-spreadsheet'
    },
    {
      what: 'a web page called a workbook',
      content: Buffer.from('\ufeff<html><table><tr><td>Period</td></tr></table></html>'),
      kind: 'web-page'
    },
    {
      what: 'a document to print',
      content: Buffer.from('%PDF-1.4\n1 0 obj\n'),
      kind: 'not-a-spreadsheet'
    },
    {
      what: 'two megabytes and more',
      content: Buffer.alloc(2_000_001, 0x31),
      kind: 'file-too-large'
    }
  ])('that is $what is refused', async ({ content, kind }) => {
    expect(await readSpreadsheet(file(content))).toMatchObject({ ok: false, error: { kind } });
  });

  test('with a quotation mark that is not closed is refused at its row', () => {
    expect(readText('a,b\nc,"d\n')).toMatchObject({ ok: false, error: { kind: 'unreadable-csv' } });
  });
});

test('rows that were pasted are parted by tabs, and a lone quotation mark is kept', () => {
  expect(readText('3/2/2026\t12\tthe "big" day\n4/2/2026\t13')).toEqual({
    ok: true,
    value: {
      remarks: [],
      cells: [
        ['3/2/2026', '12', 'the "big" day'],
        ['4/2/2026', '13']
      ]
    }
  });
});

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const largestText = spreadsheetLimits.inflatedBytes / 4;

/** An archive of these files, packed small, as a program that wished us ill might write it. */
function packed(files: Readonly<Record<string, string>>): Buffer {
  const plain = {
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData></sheetData></worksheet>',
    ...files
  };
  const archive = zipStored(
    Object.entries(plain).map(([path, text]) => ({
      path,
      bytes: deflateRawSync(Buffer.from(text))
    }))
  );
  // Told afterwards that its files are packed, and how large they are.
  let local = 0;
  let entry = archive.readUInt32LE(archive.length - 6);
  for (const text of Object.values(plain)) {
    const size = Buffer.byteLength(text);
    archive.writeUInt16LE(8, local + 8);
    archive.writeUInt32LE(size, local + 22);
    archive.writeUInt16LE(8, entry + 10);
    archive.writeUInt32LE(size, entry + 24);
    local += 30 + archive.readUInt16LE(local + 26) + archive.readUInt32LE(local + 18);
    entry += 46 + archive.readUInt16LE(entry + 28);
  }
  return archive;
}

const filled = (piece: string, length = largestText) =>
  piece.repeat(Math.floor(length / piece.length));
const sheetWith = (text: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${text}</sheetData></worksheet>`
});

/** A workbook of these sheets, each the markup of its rows and what stands before them. */
function sheets(
  all: Readonly<Record<string, { rows: string; before?: string; state?: string }>>,
  styles = ''
): Buffer {
  const names = Object.keys(all);
  const listed = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${all[name]?.state ?? 'visible'}" r:id="rId${index + 1}"/>`
  );
  const links = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="/xl/worksheets/sheet${index + 1}.xml"/>`
  );
  const looks = `<Relationship Id="rIdStyles" Type="${relationships}/styles" Target="styles.xml"/>`;
  return packed({
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}${looks}</Relationships>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet>${all[name]?.before ?? ''}<sheetData>${all[name]?.rows ?? ''}</sheetData></worksheet>`
      ])
    )
  });
}

const word = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (at: string, value: number, style = '') =>
  `<c r="${at}"${style === '' ? '' : ` s="${style}"`}><v>${value}</v></c>`;
const headings = `<row r="1">${word('A1', 'Period')}${word('B1', 'Value')}</row>`;

async function read(content: Buffer) {
  const answer = await readSpreadsheet(file(content, 'values.xlsx'));
  if (!answer.ok) throw new Error(answer.error.kind);
  return { cells: answer.value.cells, said: answer.value.remarks.map(remarkSentence) };
}

describe('a workbook', () => {
  test('gives a percentage as it shows it, beside one that was typed', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs>';
    const rows =
      headings +
      `<row r="2">${word('A2', '2022/23')}${number('B2', 0.545, '1')}</row>` +
      `<row r="3">${word('A3', '2023/24')}${number('B3', 0.28999999999999998, '2')}</row>` +
      `<row r="4">${word('A4', '2024/25')}${number('B4', 55.1, '0')}</row>` +
      `<row r="5">${word('A5', '2025/26')}${number('B5', 56, '3')}</row>`;
    expect(await read(sheets({ Data: { rows } }, styles))).toEqual({
      cells: [
        ['Period', 'Value'],
        ['2022/23', '54.5%'],
        ['2023/24', '29%'],
        ['2024/25', '55.1'],
        ['2025/26', '56']
      ],
      said: []
    });
  });

  test('gives its dates, also those that it shows as months', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="17"/></cellXfs>';
    const rows = `${headings}<row r="2">${number('A2', 45292, '1')}${number('B2', 54.5)}</row>`;
    expect((await read(sheets({ Data: { rows } }, styles))).cells[1]).toEqual([
      '2024-01-01',
      '54.5'
    ]);
  });

  test('of several sheets gives the one with figures, and says which others there are', async () => {
    const answer = await read(
      sheets({
        Contents: {
          rows: `<row r="1">${word('A1', 'Local need')}</row><row r="2">${word('A2', 'Data')}</row>`
        },
        Working: {
          rows: `<row r="1">${number('A1', 1)}${number('B1', 2)}${number('C1', 3)}</row>`,
          state: 'hidden'
        },
        'Data &amp; notes': {
          rows: `${headings}<row r="2">${word('A2', '2024/25')}${number('B2', 55.1)}</row>`
        }
      })
    );
    expect(answer).toEqual({
      cells: [
        ['Period', 'Value'],
        ['2024/25', '55.1']
      ],
      said: [
        'The sheet “Data & notes” was read. The workbook also holds: Contents. Hidden in it, and not read: Working.'
      ]
    });
  });

  test('leaves out what its sheet hides, and says so', async () => {
    const rows =
      headings +
      `<row r="2">${word('A2', '2022/23')}${number('B2', 54.5)}${number('C2', 7)}</row>` +
      `<row r="3" hidden="1">${word('A3', '2023/24')}${number('B3', 99)}</row>` +
      `<row r="4">${word('A4', '2024/25')}${number('B4', 55.1)}</row>`;
    const before =
      '<cols><col min="1" max="2" width="9"/><col min="3" max="16384" hidden="1"/></cols>';
    expect(await read(sheets({ Data: { rows, before } }))).toEqual({
      cells: [['Period', 'Value', ''], ['2022/23', '54.5', ''], [], ['2024/25', '55.1', '']],
      said: [
        'Row 3 is hidden in the sheet and was left out. Show it in the sheet to have it read.',
        'Column C is hidden in the sheet and was left out. Show it in the sheet to have it read.'
      ]
    });
  });

  test('gives the results of its formulas and names their cells; an error stays an error', async () => {
    const rows =
      headings +
      `<row r="2">${word('A2', '2023/24')}<c r="B2"><f>B9/B8</f><v>54.5</v></c></row>` +
      `<row r="3">${word('A3', '2024/25')}<c r="B3" t="e"><f>B9/0</f><v>#DIV/0!</v></c></row>` +
      `<row r="4">${word('A4', '2025/26')}<c r="B4" t="e"><v>#N/A</v></c></row>`;
    expect(await read(sheets({ Data: { rows } }))).toEqual({
      cells: [
        ['Period', 'Value'],
        ['2023/24', '54.5'],
        ['2024/25', '#DIV/0!'],
        ['2025/26', '#N/A']
      ],
      said: ['Cells B2, B3 hold formulas: their results, as the workbook keeps them, were read.']
    });
  });
});

test('a text in UTF-16 of either order is read', async () => {
  const text = '\ufeffPeriod\tValue\n2023/24\t54.5';
  const little = Buffer.from(text, 'utf16le');
  for (const content of [little, Buffer.from(little).swap16()]) {
    expect(await readSpreadsheet(file(content))).toMatchObject({
      ok: true,
      value: {
        cells: [
          ['Period', 'Value'],
          ['2023/24', '54.5']
        ]
      }
    });
  }
});

test('lines that end in different ways are all read', () => {
  expect(readText('a,b\r\n1,2\n3,4\r5,6')).toMatchObject({
    ok: true,
    value: {
      cells: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6']
      ]
    }
  });
});

describe('cells are parted', () => {
  test.each([
    ['a,b\nA,x; y\nB,z', ',', 'by commas, though semicolons stand in a cell'],
    ['a;b\n1,5;2,5\n1,5;2,7', ';', 'by semicolons, where commas are decimal signs'],
    [
      'Services, places, times and costs\na;b\nA;x\nB;y',
      ';',
      'by semicolons below a sentence with commas'
    ],
    ['a\tb\nA\tx, y; z', '\t', 'by tabs']
  ])('%j by %j: %s', (text, separator) => {
    const lines = text.split('\n').map((line) => line.split(separator));
    expect(readText(text)).toMatchObject({ ok: true, value: { cells: lines } });
  });

  test('where a quotation mark is a letter of a cell', () => {
    expect(readText('a,b\nA,the "hub" room')).toMatchObject({
      ok: true,
      value: { cells: [['a', 'b'], ['A', 'the "hub" room']] } // prettier-ignore
    });
  });
});

describe('a file whose cost would grow with the square of its length', () => {
  // Each of these held the whole server for hours at this size; reading any of them is now stopped after 30 seconds at the latest.
  test.each([
    { what: 'cells without end', content: packed(sheetWith(filled('<c '))) },
    { what: 'cells with long places', content: packed(sheetWith(filled('<c r="A1" '))) },
    { what: 'spaces before a formula', content: packed(sheetWith(`<c r="A1">${filled(' ')}`)) },
    { what: 'rows without end', content: packed(sheetWith(filled('<row '))) },
    { what: 'styles without end', content: packed({ 'xl/styles.xml': filled('<cellXfs ><xf ') }) },
    { what: 'formats without end', content: packed({ 'xl/styles.xml': filled('<numFmt ') }) },
    { what: 'hidden columns without end', content: packed({ 'xl/worksheets/sheet1.xml': `<worksheet>${filled('<col min="1" max="9999999" hidden="1"/>')}<sheetData/></worksheet>` }) }, // prettier-ignore
    { what: 'sheets without end', content: packed({ 'xl/workbook.xml': filled('<sheet ') }) },
    {
      what: 'links without end',
      content: packed({ 'xl/_rels/workbook.xml.rels': filled('<Relationship ') })
    },
    { what: 'quotation marks', content: Buffer.from(filled('"', spreadsheetLimits.bytes)) },
    { what: 'commas', content: Buffer.from(filled(',', spreadsheetLimits.bytes)) },
    { what: 'quoted commas', content: Buffer.from(filled('",', spreadsheetLimits.bytes)) }
  ])('is read or refused with $what, and others are answered meanwhile', async ({ content }) => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    const answer = await readSpreadsheet(file(content));
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
    expect(answer.ok || answer.error.kind).not.toBe('took-too-long');
  });

  test('a file that takes too long is told so in a sentence', () => {
    expect(spreadsheetSentence({ kind: 'took-too-long' })).toContain('took too long to read');
  });
});

test('pasted rows are read as a file is', async () => {
  expect(await readPasted('a;b\nc;d')).toEqual({
    ok: true,
    value: {
      remarks: [],
      separator: ';',
      cells: [
        ['a', 'b'],
        ['c', 'd']
      ]
    }
  });
});
