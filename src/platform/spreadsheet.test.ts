import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  readPasted,
  readSpreadsheet,
  readText,
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
      value: [
        ['Date', 'Value', 'Note'],
        ['3/2/2026', '12', 'café “open”']
      ]
    });
  });

  test('in UTF-8 loses its mark and keeps commas inside quotation marks', async () => {
    expect(await readSpreadsheet(file('\ufeffDate,Note\n3/2/2026,"Snow, ice"\n'))).toEqual({
      ok: true,
      value: [
        ['Date', 'Note'],
        ['3/2/2026', 'Snow, ice']
      ]
    });
  });

  test('in a workbook gives dates and numbers as text', async () => {
    const rows = [
      ['Date', 'Value'],
      [new Date('2026-02-03T00:00:00Z'), 12.5]
    ];
    expect(await readSpreadsheet(file(await workbook(rows), 'values.xlsx'))).toEqual({
      ok: true,
      value: [
        ['Date', 'Value'],
        ['2026-02-03', '12.5']
      ]
    });
  });

  test('with a formula in a workbook is refused, and the cell named', async () => {
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
      'Cell B2 holds a formula. Copy the sheet and paste it as values, then try again.'
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
    value: [
      ['3/2/2026', '12', 'the "big" day'],
      ['4/2/2026', '13']
    ]
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

describe('a file whose cost would grow with the square of its length', () => {
  // Each of these held the whole server for hours at this size; reading any of them is now stopped after 30 seconds at the latest.
  test.each([
    { what: 'cells without end', content: packed(sheetWith(filled('<c '))) },
    { what: 'cells with long places', content: packed(sheetWith(filled('<c r="A1" '))) },
    { what: 'spaces before a formula', content: packed(sheetWith(`<c r="A1">${filled(' ')}`)) },
    { what: 'rows without end', content: packed(sheetWith(filled('<row '))) },
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
    value: [
      ['a', 'b'],
      ['c', 'd']
    ]
  });
});
