import { svgPng } from '#modules/charts/server';
import { documentProblems, type WrittenDocument } from '#core/written-document';
import { describe, expect, test } from 'vitest';
import { findLibreOffice, readByLibreOffice } from '../../tests/support/libreoffice.ts';
import { wordFile } from './word.server.ts';
import { unzip } from './zip.server.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="300" viewBox="0 0 1000 300"><rect width="1000" height="300" fill="#eef2f3"/><text x="20" y="60" font-size="30">Reports go up</text></svg>';

const sample: WrittenDocument = {
  title: 'The plan of Fernhollow',
  caption: 'Fernhollow: plan, version 2',
  lead: 'What we do, and who does it.',
  language: 'en-GB',
  author: 'Fernhollow',
  hasContents: true,
  blocks: [
    { kind: 'heading', level: 1, text: 'Talk & play' },
    {
      kind: 'paragraph',
      words: [
        { text: 'Led by the ' },
        { text: 'early years group', bold: true },
        { text: '; see ' },
        { text: 'its page', href: '/p/fernhollow/plan?group=a&b' },
        { text: ' and ' },
        { text: 'this', href: 'javascript:alert(1)' }
      ]
    },
    { kind: 'list', ordered: true, items: ['First of one', 'Second of one'] },
    { kind: 'list', ordered: true, items: ['First of another', 'Second of another'] },
    { kind: 'list', ordered: false, items: ['A point'] },
    { kind: 'heading', level: 2, text: 'Actions' },
    {
      kind: 'table',
      caption: 'Actions by date',
      columns: [{ heading: 'Action', share: 3 }, { heading: 'Lead' }, { heading: 'Due' }],
      rowHeaders: true,
      rows: Array.from({ length: 60 }, (_, row) => [
        `Action ${row + 1}`,
        'Head of health visiting',
        '31 March 2027'
      ])
    },
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: 'How we are governed' },
    {
      kind: 'drawing',
      title: 'Lines of reporting',
      svg,
      alternative: 'Two groups report to the board.',
      table: {
        kind: 'table',
        caption: 'Lines of reporting as a table',
        columns: [{ heading: 'Group' }, { heading: 'Reports to' }],
        rows: [['Early years', 'Board']]
      }
    },
    {
      kind: 'terms',
      terms: [
        { term: 'Lead', words: 'One\u000bTwo\u0007\ud800' },
        { term: 'Evaluation', words: '' }
      ]
    },
    { kind: 'sources', items: ['Minutes of the board'] }
  ]
};

async function partsOf(document: WrittenDocument): Promise<ReadonlyMap<string, string>> {
  const bytes = await wordFile(document, { origin: 'https://cairn.example', picture: svgPng });
  const opened = unzip(bytes, () => true, { bytes: 20_000_000, entries: 100 });
  if (!opened.ok) throw new Error(opened.error.kind);
  return new Map(opened.value.map((one) => [one.path, one.bytes.toString('utf8')]));
}

const parts = await partsOf(sample);
const body = parts.get('word/document.xml') ?? '';

describe('a Word file', () => {
  test('has the headings in their order, as headings', () => {
    expect(documentProblems(sample)).toEqual([]);
    const headings = [
      ...body.matchAll(
        /<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Heading(\d)"\/>(?:(?!<\/w:p>).)*<\/w:p>/g
      )
    ];
    const said = headings.map(([markup, level]) => [
      level,
      [...markup.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('')
    ]);
    expect(said).toEqual([
      ['1', 'Talk &amp; play'],
      ['2', 'Actions'],
      ['1', 'How we are governed'],
      ['1', 'Source']
    ]);
  });

  test('lists at its front what each link finds', () => {
    const anchors = [...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    const bookmarks = [...body.matchAll(/w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(
      ([, name]) => name
    );
    expect(anchors).toEqual(['part-1', 'part-9']);
    expect(bookmarks).toEqual(expect.arrayContaining(anchors));
  });

  test('repeats the row of headings of each table, and fills the width of the page', () => {
    const tables = body.split('<w:tbl>').slice(1);
    expect(tables.map((table) => (table.match(/<w:tblHeader\/>/g) ?? []).length)).toEqual([
      1, 1, 0
    ]);
    for (const table of tables) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
        Number(width)
      );
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9638);
    }
  });

  test('numbers each list from 1', () => {
    const used = [...body.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(used).size).toBe(4);
    const numbering = parts.get('word/numbering.xml') ?? '';
    for (const id of used) {
      const own = new RegExp(`<w:num w:numId="${id}"[^>]*>.*?</w:num>`).exec(numbering)?.[0] ?? '';
      expect(own).toContain('<w:startOverride w:val="1"/>');
    }
  });

  test('has a picture with words for whoever does not see it, no wider than the page', () => {
    expect(body).toContain('descr="Two groups report to the board."');
    const [, width = '0', height = '0'] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body) ?? [];
    expect(Number(width) / 635).toBeLessThanOrEqual(9638);
    expect(Number(width) / Number(height)).toBeCloseTo(1000 / 300, 1);
  });

  test('says its language, its title and who answers for it', () => {
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>The plan of Fernhollow</dc:title>');
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Fernhollow</dc:creator>');
  });

  test('breaks the line where a word processor had broken it, and holds no character that is none', () => {
    expect(body).toMatch(/One<\/w:t><\/w:r><w:r><w:br\/><w:t[^>]*>Two\ufffd?<\/w:t>/);
    for (const text of [...parts].filter(([name]) => name.endsWith('.xml')).map(([, xml]) => xml)) {
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }
  });

  test('lets each line be as high as what stands in it', () => {
    const spacings = parts.get('word/styles.xml')?.match(/<w:spacing [^>]*w:line="[^>]*>/g) ?? [];
    expect(spacings.length).toBeGreaterThan(0);
    for (const one of spacings) expect(one).toContain('w:lineRule="auto"');
  });

  test('links to the address it came from, and to no script', () => {
    const targets = [...parts]
      .filter(([name]) => name.endsWith('document.xml.rels'))
      .flatMap(([, xml]) => [...xml.matchAll(/Target="([^"]+)" TargetMode="External"/g)])
      .map(([, target]) => target);
    expect(targets).toEqual(['https://cairn.example/p/fernhollow/plan?group=a&amp;b']);
  });

  test.skipIf(findLibreOffice() === null)(
    'is opened by LibreOffice, with its numbers and its breaks',
    async () => {
      const bytes = await wordFile(sample, { origin: 'https://cairn.example', picture: svgPng });
      const text = readByLibreOffice(bytes);
      expect(text).toContain('1. First of one');
      expect(text).toContain('1. First of another');
      expect(text).toContain('How we are governed');
      expect(text).toMatch(/One\r?\n\s*Two/);
    }
  );
});
