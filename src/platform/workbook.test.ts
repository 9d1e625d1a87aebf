import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { longestTurnOf } from '../../tests/support/processor-time.ts';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { attribute } from './markup.ts';
import { readSheets } from './spreadsheet.server.ts';
import { readWorkbookSheets } from './workbook.server.ts';
import { unzip, zipStored } from './zip.server.ts';

const limits = {
  unpackedBytes: 32 * 1024 * 1024,
  entries: 1000,
  sheets: 50,
  lastRow: 30_000,
  columns: 200
};
const read = (bytes: Buffer) => readWorkbookSheets(bytes, limits);

const workbook = (sheets: Readonly<Record<string, string[][]>>) =>
  writeXlsxFile(
    Object.entries(sheets).map(([sheet, table]) => ({
      sheet,
      data: table.map((row) => row.map((value) => ({ value, type: String })))
    }))
  ).toBuffer();

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with this markup, as a program other than ours might write it. */
function written(sheetXml: string, more: Readonly<Record<string, string>> = {}): Buffer {
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><sheets><sheet name="Services" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more
  };
  return zipStored(
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  );
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (...rows: string[]) =>
  `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;

/** An archive of one compressed file that says it unpacks to `promised` bytes. */
function compressed(path: string, bytes: Buffer, promised: number): Buffer {
  const archive = zipStored([{ path, bytes: deflateRawSync(bytes) }]);
  const directory = archive.readUInt32LE(archive.length - 6);
  archive.writeUInt16LE(8, 8);
  archive.writeUInt16LE(8, directory + 10);
  archive.writeUInt32LE(promised, 22);
  archive.writeUInt32LE(promised, directory + 24);
  return archive;
}

describe('a workbook', () => {
  test('comes back as it was from one that we wrote', async () => {
    const table = [
      ['Label', 'Description'],
      ['=Sum', 'Two\nlines & “quotes” <b>'],
      ['Café', '-minus']
    ];
    expect(read(await workbook({ Services: table }))).toMatchObject({
      ok: true,
      value: [{ name: 'Services', isVisible: true, rows: table }]
    });
  });

  test('of several sheets keeps their names and order', async () => {
    const file = await workbook({ Services: [['Label'], ['A']], connections: [['From'], ['A']] });
    const sheets = read(file);
    expect(sheets.ok && sheets.value.map((sheet) => sheet.name)).toEqual([
      'Services',
      'connections'
    ]);
  });

  test('has numbers and rows where blank ones stand between', async () => {
    const xml = sheetOf(
      `<row r="1">${cell('A1', 'Label')}${cell('C1', 'Latitude')}</row>`,
      `<row r="4"><c r="A4" t="inlineStr"><is><r><t>Two </t></r><r><t>parts</t></r></is></c><c r="C4"><v>53.5</v></c></row>`
    );
    const sheets = read(written(xml));
    expect(sheets.ok && sheets.value[0]?.rows).toEqual([
      ['Label', '', 'Latitude'],
      ['', '', ''],
      ['', '', ''],
      ['Two parts', '', '53.5']
    ]);
  });

  test('painted to its last row is read to its last content', async () => {
    const xml = sheetOf(
      `<row r="1">${cell('A1', 'Label')}</row>`,
      '<row r="1048576"><c r="A1048576" s="3"/></row>'
    );
    const sheets = read(written(xml));
    expect(sheets.ok && sheets.value[0]?.rows).toEqual([['Label']]);
  });

  test('with prefixes before its tags is read all the same', async () => {
    const xml =
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Label</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const sheets = read(written(xml));
    expect(sheets.ok && sheets.value[0]?.rows).toEqual([['Label']]);
  });
});

test('a formula without a result costs its cell alone, and is named', async () => {
  const xml = sheetOf(
    `<row r="1">${cell('A1', 'Label')}${cell('B1', 'Organisation')}</row>`,
    `<row r="2">${cell('A2', 'Rhyme Time')}<c r="B2" t="str"><f>CONCATENATE("Lib","rary")</f><v>Library</v></c></row>`,
    `<row r="3">${cell('A3', 'Hub')}<c r="B3"><f t="shared" si="0"/></c></row>`
  );
  expect(await readSheets(written(xml))).toMatchObject({
    ok: true,
    value: [
      {
        name: 'Services',
        cells: [
          ['Label', 'Organisation'],
          ['Rhyme Time', 'Library'],
          ['Hub', '']
        ],
        remarks: [{ kind: 'formulas', cells: ['B2'] }],
        withoutResult: ['B3']
      }
    ]
  });
});

test('sheets out of sight are not read, and said', async () => {
  const hidden = written(sheetOf(`<row r="1">${cell('A1', 'Label')}</row>`), {
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><sheets><sheet name="Services" sheetId="1" r:id="rId1"/><sheet name="Working" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet2.xml': sheetOf(`<row r="1">${cell('A1', 'Secret')}</row>`)
  });
  expect(await readSheets(hidden)).toMatchObject({
    ok: true,
    value: [{ name: 'Services', remarks: [{ kind: 'sheet', others: [], hidden: ['Working'] }] }]
  });
});

describe('a bomb', () => {
  test('that says how large it is, is not unpacked', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    const bomb = compressed('xl/workbook.xml', zeros, zeros.length);
    expect(bomb.length).toBeLessThan(60_000);
    expect(read(bomb)).toEqual({
      ok: false,
      error: { kind: 'too-much-inside' }
    });
  });

  test('that lies about its size is stopped at the size it promised', () => {
    const zeros = Buffer.alloc(4 * 1024 * 1024);
    const bomb = compressed('xl/workbook.xml', zeros, 1000);
    expect(unzip(bomb, () => true, { bytes: 10_000, entries: 10 })).toEqual({
      ok: false,
      error: { kind: 'too-much-inside' }
    });
  });

  test('of very many files is not unpacked', () => {
    const many = zipStored(
      Array.from({ length: 50 }, (_, index) => ({ path: `${index}.xml`, bytes: Buffer.from('x') }))
    );
    expect(unzip(many, () => true, { bytes: 10_000, entries: 40 })).toEqual({
      ok: false,
      error: { kind: 'too-much-inside' }
    });
  });

  test('of markup that grows by itself is refused', async () => {
    const xml = `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>${sheetOf()}`;
    expect(read(written(xml))).toMatchObject({
      error: { kind: 'broken-workbook' }
    });
  });

  test.each([
    ['a row', '<row r="900000"><c r="A900000"><v>1</v></c></row>', 'too-many-rows'],
    [
      'a row with another prefix',
      '<a:b:row r="900000"><c r="A900000"><v>1</v></c></a:b:row>',
      'too-many-rows'
    ],
    ['a column', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too-many-columns'],
    [
      'a row inside a cell',
      '<row r="1"><c r="A1"><row r="900000"/><v>1</v></c></row>',
      'broken-workbook'
    ],
    [
      'a row named in a roundabout way',
      '<row r="&#57;00000"><c r="A900000"><v>1</v></c></row>',
      'broken-workbook'
    ]
  ])('of one cell far away (%s) is refused', async (_, row, kind) => {
    expect(read(written(sheetOf(row)))).toMatchObject({ error: { kind } });
  });

  test('of a sheet under an unusual name is looked at all the same', async () => {
    const far = sheetOf('<row r="900000"><c r="A900000"><v>1</v></c></row>');
    expect(read(written('<nothing/>', { 'xl/other.xml': far }))).toMatchObject({
      error: { kind: 'too-many-rows' }
    });
  });

  test('of tags that never end is read in a moment', async () => {
    const longest = await longestTurnOf(async () => {
      read(written(`<worksheet><sheetData>${'<row '.repeat(400_000)}`));
      read(written(`<worksheet><sheetData>${'<row><c>'.repeat(200_000)}`));
    });
    expect(longest).toBeLessThan(5_000);
  });
});

describe('cells of every kind', () => {
  const styles =
    '<styleSheet><numFmts>' +
    ['yyyy\\-mm\\-dd;@', '[$-409]d\\-mmm\\-yy', '#,##0.00_);[Red](#,##0.00)', '0.0E+00', '[h]:mm', '"day" 0', '_-* #,##0_-']
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join('') +
    '</numFmts><cellStyleXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
    [0, 14, 17, 22, 2, 46, 164, 165, 166, 167, 168, 169, 170]
      .map((format) => `<xf numFmtId="${format}" xfId="0"/>`)
      .join('') +
    '<xf xfId="1"/></cellXfs></styleSheet>'; // prettier-ignore
  const texts =
    '<sst><si><t>Hope &amp; Ward</t></si><si><r><t>Two </t></r><r><rPr><b/></rPr><t xml:space="preserve">parts </t></r></si>' +
    '<si><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></si><si/><si><t>a_x000D_b &#233;</t></si></sst>';
  const kinds = [
    ...Array.from({ length: 14 }, (_, style) => `<c r="A1" s="${style}"><v>45292.25</v></c>`),
    '<c r="A1" s="1"><v>45292</v></c>',
    '<c r="A1" t="n"><v>1E-3</v></c>',
    '<c r="A1"><v>0.30000000000000004</v></c>',
    '<c r="A1"><v>-12.50</v></c>',
    ...Array.from({ length: 5 }, (_, index) => `<c r="A1" t="s"><v>${index}</v></c>`),
    '<c r="A1" t="str"><f>A2</f><v>made &lt;here&gt; </v></c>',
    '<c r="A1" t="b"><v>1</v></c>',
    '<c r="A1" t="b"><v>0</v></c>',
    '<c r="A1" t="d"><v>2021-06-10T00:47:45.700Z</v></c>',
    '<c r="A1" t="inlineStr"><is><t> words </t></is></c>',
    '<c  t="s"   r=\'A1\' ><v>0</v></c>'
  ];
  const book = (one: string, facts = '') =>
    written(sheetOf(`<row r="1">${one}${cell('B1', 'end')}</row>`), {
      'xl/styles.xml': styles,
      'xl/sharedStrings.xml': texts,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns:r="${relationships}">${facts}<sheets><sheet name="Services" sheetId="1" r:id="rId1"/></sheets></workbook>`
    });
  const asText = (value: unknown) => {
    if (!(value instanceof Date)) return typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value ?? ''); // prettier-ignore
    return value.toISOString().replace('T00:00:00.000Z', '');
  };

  test.each(kinds)('are read as another reader of workbooks reads them: %s', async (one) => {
    for (const facts of ['', '<workbookPr date1904="1"/>']) {
      const bytes = book(one, facts);
      const others = await readXlsxFile(bytes);
      const ours = read(bytes);
      expect(ours.ok && ours.value[0]?.rows).toEqual(others[0]?.data.map((row) => row.map(asText)));
    }
  });

  test('are refused where they hold what their kind cannot', () => {
    for (const one of [
      '<c r="A1" t="s"><v>9</v></c>',
      '<c r="A1"><v>x</v></c>',
      '<c r="A1" t="b"><v>2</v></c>',
      '<c r="A1" t="q"><v>2</v></c>'
    ])
      // prettier-ignore
      expect(read(book(one))).toEqual({ ok: false, error: { kind: 'broken-workbook' } });
  });
});

test('a name without an end is read past once, not again from each of its signs', () => {
  expect(attribute('9'.repeat(1_000_000), 'r')).toBeUndefined();
  expect(attribute(`x:${'9'.repeat(1000)} x:r = "A1" s='2'`, 'r')).toBe('A1');
});
