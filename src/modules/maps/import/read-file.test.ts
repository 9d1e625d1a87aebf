import { describe, expect, test } from 'vitest';
import { zipStored } from '#platform/zip.server';
import type { ServiceNames } from '../stages.ts';
import { serviceFeature } from '../tables.ts';
import { workbookOf } from '#platform/written-workbook.server';
import { aService, fewWords } from './builders.ts';
import { nothingRemembered } from './draft.ts';
import { planImport } from './plan.ts';
import { readDraft } from './reading-work.server.ts';

const read = (bytes: Buffer) =>
  readDraft({
    from: { kind: 'file', bytes, remembered: nothingRemembered },
    said: { takesGuesses: true },
    spine: fewWords
  });
const labelsIn = async (bytes: Buffer) => {
  const draft = await read(bytes);
  if (!draft.ok) throw new Error(draft.error.kind);
  return draft.value.file?.services.map((row) => row.label);
};

describe('a file that cannot be read is refused for what it is', () => {
  test.each([
    ['an old workbook (.xls)', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-spreadsheet'],
    [
      'an archive of something else',
      zipStored([{ path: 'a.txt', bytes: Buffer.from('x') }]),
      'not-a-spreadsheet'
    ],
    ['half an archive', Buffer.from('PK\u0003\u0004 and then nothing more at all'), 'damaged-file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'not-a-spreadsheet'],
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['a file of 11 MB', Buffer.alloc(11_000_000, 'a'), 'file-too-large'],
    ['an open quotation mark', Buffer.from('Label\nA\n"left open\nB\n'), 'unreadable-csv']
  ])('such as %s', async (_, bytes, kind) => {
    const draft = await read(bytes);
    expect(draft.ok ? 'ok' : draft.error.kind).toBe(kind);
  });
});

describe('a file is read', () => {
  const text = 'Label;Organisation\nCafé;Hub\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, least first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, most first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')]
  ])('in %s', async (_, bytes) => {
    expect(await labelsIn(bytes)).toEqual(['Café']);
  });

  test('whatever its lines end with, each by itself', async () => {
    expect(await labelsIn(Buffer.from('Label,Type\r\nA,x\nB,x\rC,x\n'))).toEqual(['A', 'B', 'C']);
  });

  test('of 10,000 rows, and refused with one more', async () => {
    const rows = (count: number) =>
      workbookOf([
        {
          name: 'Services',
          table: [['Label'], ...Array.from({ length: count }, (_, row) => [`S${row}`])]
        }
      ]);
    expect(await labelsIn(await rows(10_000))).toHaveLength(10_000);
    expect(await read(await rows(10_001))).toEqual({
      ok: false,
      error: { kind: 'too-many-rows', most: 10_000 }
    });
  });
});

describe('points of GeoJSON', () => {
  const names = { factor: String, age: (id: string) => id, outcome: String };
  const file = (features: readonly unknown[], more: object = {}) =>
    Buffer.from(JSON.stringify({ type: 'FeatureCollection', features, ...more }));
  const spot = (longitude: number, latitude: number) => ({
    type: 'Feature',
    properties: { Label: 'Rhyme Time' },
    geometry: { type: 'Point', coordinates: [longitude, latitude] }
  });
  const kindOf = async (bytes: Buffer) => {
    const draft = await read(bytes);
    return draft.ok ? null : draft.error.kind;
  };

  test('are services, as Cairn itself writes them, without a question and without a change', async () => {
    const here = [
      aService({ name: 'Rhyme Time', type: 'Library', tags: ['Music'], times: 'Tuesdays', longitude: -2.35, latitude: 53.44, externalId: 'a1' }),
      aService({ name: 'Doorstep visits', organisation: 'Hub', externalId: 'a2' })
    ]; // prettier-ignore
    const draft = await readDraft({
      from: {
        kind: 'file',
        bytes: file(here.map((one) => serviceFeature(one, names as unknown as ServiceNames))), // names of what these lack
        remembered: nothingRemembered
      },
      said: {},
      spine: fewWords
    });
    if (!draft.ok || draft.value.file === null) throw new Error('It asks something.');
    const plan = planImport(draft.value.file, { services: here, connections: [] }, () => 'new');
    expect({ added: plan.added, changed: plan.changed, refused: plan.refused }).toEqual({
      added: [],
      changed: [],
      refused: []
    });
    expect(plan.unchanged).toHaveLength(2);
    expect(draft.value.notes).toContainEqual({
      kind: 'of-reading',
      sheet: '',
      sentence: '1 feature of this GeoJSON has no point.'
    });
  });

  test('in another system, out of range or with the axes turned are refused, each with its reason', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } };
    expect(await kindOf(file([spot(-2, 53)], { crs }))).toBe('other-coordinates');
    expect(await kindOf(file([spot(385_000, 397_000)]))).toBe('out-of-range');
    expect(await kindOf(file([spot(53.44, -2.35)]))).toBe('axes-to-tell');
    expect(await kindOf(file([]))).toBe('empty-file');
  });

  test('with latitude first are read when somebody says so', async () => {
    const bytes = file([spot(53.44, -2.35)]);
    const from = {
      kind: 'file',
      bytes,
      remembered: nothingRemembered,
      isLatitudeFirst: true
    } as const;
    const draft = await readDraft({ from, said: { takesGuesses: true }, spine: fewWords });
    const given = draft.ok ? draft.value.file?.services[0]?.given : null;
    expect(given).toMatchObject({ longitude: -2.35, latitude: 53.44 });
  });
});
