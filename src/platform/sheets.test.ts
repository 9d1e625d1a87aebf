import { describe, expect, test } from 'vitest';
import { readCells, remarkSentence, type SheetCells } from './spreadsheet.server.ts';
import { zipStored } from './zip.server.ts';

/** Workbooks written by hand, as programs other than Excel write them. */

const limits = { bytes: 1_000_000, inflatedBytes: 10_000_000, rows: 1000, columns: 50 };

function zipOf(files: Readonly<Record<string, string>>): Buffer {
  return zipStored(
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text, 'utf8') }))
  );
}

const spreadsheetMl = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of sheets, each given as the markup between `<worksheet>` and its end. */
function excel(sheets: Readonly<Record<string, string>>): Buffer {
  const names = Object.keys(sheets);
  const each = (write: (name: string, number: number) => string) =>
    names.map((name, index) => write(name, index + 1)).join('');
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${spreadsheetMl}" xmlns:r="${relationships}"><sheets>${each((name, number) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${each((_, number) => `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${spreadsheetMl}">${sheets[name] ?? ''}</worksheet>`
      ])
    )
  });
}

const words = (text: string, at = '') =>
  `<c${at === '' ? '' : ` r="${at}"`} t="inlineStr"><is><t>${text}</t></is></c>`;

function openDocument(tables: string, styles = ''): Buffer {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  });
}
const odsText = (text: string, more = '') =>
  `<table:table-cell office:value-type="string" calcext:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;
const odsNumber = (value: string, kind = 'float') =>
  `<table:table-cell office:value-type="${kind}" office:value="${value}"><text:p>shown</text:p></table:table-cell>`;
const odsRow = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;

async function cellsOf(bytes: Buffer, sheet: string | null = null): Promise<SheetCells> {
  const read = await readCells(bytes, limits, sheet);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

describe('an Excel workbook', () => {
  test('whose cells do not say their place is read in their order, past empty ones', async () => {
    const head = `<row>${words('Ward')}<c/>${words('2024/25')}</row>`;
    const row = `<row>${words('Hope ward')}<c s="0"></c><c><v>54.5</v></c></row>`;
    const { cells } = await cellsOf(excel({ One: `<sheetData>${head}${row}</sheetData>` }));
    expect(cells).toEqual([
      ['Ward', '', '2024/25'],
      ['Hope ward', '', '54.5']
    ]);
  });

  test('with cells merged down carries what stands in the first, and no further', async () => {
    const rows = [
      `<row r="1">${words('Ward', 'A1')}${words('Period', 'B1')}${words('Value', 'C1')}</row>`,
      `<row r="2">${words('Hope ward', 'A2')}${words('2023/24', 'B2')}<c r="C2"><v>51</v></c></row>`,
      `<row r="3"><c r="A3"/>${words('2024/25', 'B3')}<c r="C3"><v>52</v></c></row>`,
      `<row r="4">${words('2024/25', 'B4')}<c r="C4"><v>53</v></c></row>`
    ];
    const merged = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    const { cells } = await cellsOf(
      excel({ One: `<sheetData>${rows.join('')}</sheetData>${merged}` })
    );
    expect(cells.map(([ward]) => ward)).toEqual(['Ward', 'Hope ward', 'Hope ward', '']);
  });

  test('with merged cells of which the first is hidden keeps their text where the next is in sight', async () => {
    const rows = [
      `<row r="1">${words('Year', 'A1')}${words('2022/23', 'B1')}<c r="C1"/>${words('2023/24', 'D1')}<c r="E1"/></row>`,
      `<row r="2">${['Ward', 'Number', 'Share', 'Number', 'Share'].map((text, at) => words(text, `${'ABCDE'[at] ?? ''}2`)).join('')}</row>`,
      `<row r="3" hidden="1">${words('Hope', 'A3')}<c r="C3"><v>1</v></c></row>`,
      `<row r="4"><c r="A4"/><c r="C4"><v>51</v></c><c r="E4"><v>52</v></c></row>`
    ];
    const merged =
      '<mergeCells count="3"><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/><mergeCell ref="A3:A4"/></mergeCells>';
    const hidden = '<cols><col min="4" max="4" hidden="1"/></cols>';
    const { cells } = await cellsOf(
      excel({ One: `${hidden}<sheetData>${rows.join('')}</sheetData>${merged}` })
    );
    expect(cells).toEqual([
      ['Year', '2022/23', '', '', '2023/24'],
      ['Ward', 'Number', 'Share', '', 'Share'],
      [],
      ['Hope', '', '51', '', '52']
    ]);
  });

  test('of two sheets reads the one that is asked for', async () => {
    const sheet = (figures: readonly number[]) =>
      `<sheetData><row>${figures.map((figure) => `<c><v>${figure}</v></c>`).join('')}</row></sheetData>`;
    const bytes = excel({ First: sheet([1]), Second: sheet([2, 3]) });
    expect((await cellsOf(bytes)).cells).toEqual([['2', '3']]);
    const asked = await cellsOf(bytes, 'First');
    expect(asked.cells).toEqual([['1']]);
    expect(asked.remarks.map(remarkSentence)).toEqual([
      'The sheet “First” was read. The workbook also holds: Second.'
    ]);
  });
});

describe('an OpenDocument spreadsheet', () => {
  test('gives words, numbers, shares as they are shown, and dates', async () => {
    const table = [
      odsRow(odsText('Area') + odsText('Period') + odsText('Value')),
      odsRow(
        `${odsText('Hope &amp; Mill')}<table:table-cell office:value-type="date" office:date-value="2024-01-01"><text:p>Jan 24</text:p></table:table-cell>${odsNumber('0.545', 'percentage')}`
      ),
      odsRow(
        `<table:table-cell office:value-type="string"><office:annotation><text:p>Ask Jo</text:p></office:annotation><text:p>Hill<text:s text:c="2"/>ward <text:span>east</text:span></text:p></table:table-cell>${odsText('[c]')}${odsNumber('0.30000000000000004')}`
      )
    ].join('');
    const { cells } = await cellsOf(
      openDocument(`<table:table table:name="One">${table}</table:table>`)
    );
    expect(cells).toEqual([
      ['Area', 'Period', 'Value'],
      ['Hope & Mill', '2024-01-01', '54.5%'],
      ['Hill  ward east', '[c]', '0.3']
    ]);
  });

  test('writes repeated cells out, and empty ones only where something follows', async () => {
    const gap = '<table:table-cell table:number-columns-repeated="2"/>';
    const endless = '<table:table-cell table:number-columns-repeated="16384"/>';
    const table = [
      odsRow(odsText('Ward') + gap + odsText('x', ' table:number-columns-repeated="2"') + endless),
      odsRow(endless, ' table:number-rows-repeated="3"'),
      odsRow(odsNumber('1'), ' table:number-rows-repeated="2"'),
      odsRow(endless, ' table:number-rows-repeated="1048000"')
    ].join('');
    const { cells } = await cellsOf(
      openDocument(`<table:table table:name="One">${table}</table:table>`)
    );
    expect(cells).toEqual([['Ward', '', '', 'x', 'x'], [], [], [], ['1'], ['1']]);
  });

  test.each([
    ['rows', odsRow(odsNumber('1'), ' table:number-rows-repeated="1048576"')],
    [
      'columns',
      odsRow(
        `<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>`
      )
    ]
  ])(
    'that repeats a figure over too many %s is refused before it is written out',
    async (_, row) => {
      const bytes = openDocument(`<table:table table:name="One">${row}</table:table>`);
      expect(await readCells(bytes, limits)).toMatchObject({
        ok: false,
        error: { kind: 'too-many-cells' }
      });
    }
  );

  test('leaves out hidden rows and sheets, and says so; merged cells are carried down', async () => {
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const shown = [
      odsRow(odsText('Ward', ' table:number-rows-spanned="2"') + odsNumber('1')),
      odsRow(`<table:covered-table-cell/>${odsNumber('2')}`),
      odsRow(odsText('Old') + odsNumber('3'), ' table:visibility="collapse"')
    ].join('');
    const bytes = openDocument(
      `<table:table table:name="Figures" table:style-name="ta1">${shown}</table:table><table:table table:name="Workings" table:style-name="ta2">${odsRow(odsNumber('9').repeat(9))}</table:table>`,
      styles
    );
    const { cells, remarks } = await cellsOf(bytes);
    expect(cells).toEqual([['Ward', '1'], ['Ward', '2'], []]);
    expect(remarks.map(remarkSentence)).toEqual([
      'The sheet “Figures” was read. Hidden in it, and not read: Workings.',
      'Row 3 is hidden in the sheet and was left out. Show it in the sheet to have it read.'
    ]);
  });

  test('with declarations of its own is not opened', async () => {
    const bytes = zipOf({
      'content.xml':
        '<!DOCTYPE x [<!ENTITY a "b">]><office:spreadsheet><table:table/></office:spreadsheet>'
    });
    expect(await readCells(bytes, limits)).toEqual({ ok: false, error: { kind: 'damaged-file' } });
  });
});
