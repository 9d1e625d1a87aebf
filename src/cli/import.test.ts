import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { workbookOf } from '#modules/maps/server';
import { makeTemporaryFolder } from '../../tests/support/temporary-folder.ts';
import { main } from './index.ts';

const folder = makeTemporaryFolder('import');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const fernhollow = path.resolve(import.meta.dirname, '../../content/demo/fernhollow/services.csv');

async function cairn(...args: string[]): Promise<{ code: number; out: string; problems: string }> {
  let [out, problems] = ['', ''];
  const into = (take: (text: string) => void) =>
    ({ write: (text: string) => (take(text), true) }) as unknown as NodeJS.WritableStream; // only written to
  const code = await main(['import', ...args], {
    stdin: process.stdin,
    stdout: into((text) => (out += text)),
    stderr: into((text) => (problems += text))
  });
  return { code, out, problems };
}

function fileWith(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

/** What the program answered: JSON, read without more ado. */
const answer = (out: string) => JSON.parse(out) as Record<string, unknown[]>; // the test looks at what it needs

describe('cairn import services --dry-run', () => {
  test('prints what a file would bring', async () => {
    const { code, out } = await cairn('services', fernhollow, '--dry-run');
    expect(code).toBe(0);
    expect(answer(out)['added']).toHaveLength(14);
    expect(answer(out)['added']?.[0]).toMatchObject({
      row: 2,
      name: 'Rhyme Time',
      organisation: 'Fernhollow Libraries',
      tags: ['Story and song']
    });
    expect(answer(out)).toMatchObject({ changed: [], refused: [], notes: [] });
  });

  test('names each refused row and each cell left out, with their reasons', async () => {
    const file = fileWith('bad.csv', 'Label,Factors\nHub,Nutrition|Kindness\n,Kindness\n');
    const { code, out } = await cairn('services', file, '--dry-run');
    expect(code).toBe(0);
    expect(answer(out)['added']).toMatchObject([{ name: 'Hub', factors: ['nutrition'] }]);
    expect(answer(out)['refused']).toMatchObject([{ row: 3, problems: [{ kind: 'empty-label' }] }]);
    expect(answer(out)['leftOut']).toMatchObject([
      { row: 2, cell: 'B2', column: 'Factors', given: 'Kindness' },
      { row: 3, cell: 'B3' }
    ]);
  });

  test('reads workbooks, with their connections', async () => {
    const workbook = await workbookOf([
      { name: 'Services', table: [['Label'], ['Hub']] },
      {
        name: 'Links',
        table: [
          ['From', 'To', 'Type'],
          ['Hub', 'Vale Trust', 'funding']
        ]
      }
    ]);
    const { out } = await cairn('services', fileWith('map.xlsx', workbook), '--dry-run');
    expect(answer(out)['connections']).toMatchObject([
      { from: 'Hub', to: 'Vale Trust', type: 'funding' }
    ]);
  });

  test('ends in a sentence where the file cannot be read', async () => {
    const rows = Array.from({ length: 10_001 }, (_, row) => `S${row}`).join('\n');
    for (const [content, sentence] of [
      ['Wer,Was\nHub,Council\n', 'No column can be told to hold the name of the service'],
      [`Label\n${rows}\n`, 'This file has more than 10,000 rows.'],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'This is an old Excel file (.xls)']
    ] as const) {
      const { code, out, problems } = await cairn(
        'services',
        fileWith('wrong', Buffer.from(content)),
        '--dry-run'
      );
      expect([code, out]).toEqual([1, '']);
      expect(problems).toContain(sentence);
    }
  });

  test('says by words what is left out, and what its columns were taken for', async () => {
    const file = fileWith('said.csv', 'Service name,Ages\nHub,0-2\nTots,adults\n');
    const { out } = await cairn('services', file, '--dry-run');
    expect(answer(out)['said']).toEqual([
      '2 services to add, 0 to change, 0 as they are.',
      'Cell B3 (Ages) is left out: “adults” is not one of the ages.'
    ]);
    expect(answer(out)['columns']).toEqual([
      { heading: 'Service name', takenFor: 'Name of the service' },
      { heading: 'Ages', takenFor: 'Ages of the children' }
    ]);
    expect(answer(out)['added']).toMatchObject([
      { name: 'Hub', ages: ['months-0-11', 'months-8-36'] },
      { name: 'Tots', ages: [] }
    ]);
  });

  test.each([
    [['map', fernhollow, '--dry-run'], 'does not know "map"'],
    [['stars'], 'does not know "stars"'],
    [[], 'Say what to import'],
    [['services'], 'Name one file'],
    [['services', fernhollow, fernhollow, '--dry-run'], 'Name one file'],
    [['services', fernhollow], 'add --dry-run'],
    [['services', fernhollow, '--as', 'a@b.example'], 'Give --as and --place together'],
    [['services', fernhollow, '--measure', 'A', '--dry-run'], '--measure does not belong'],
    [['services', fernhollow, '--loud'], '--loud'],
    [['services', 'nowhere.csv', '--dry-run'], 'nowhere.csv cannot be read'],
    [['indicators', fernhollow, '--dry-run'], 'with --as ADDRESS --place SLUG'],
    [['settings', fernhollow, '--dry-run'], 'with --as ADDRESS --place SLUG']
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, out, problems } = await cairn(...args);
    expect([code, out]).toEqual([1, '']);
    expect(problems).toContain(sentence);
  });

  test.each(['services', 'indicators', 'measures', 'settings'])(
    'has help of its own for %s',
    async (kind) => {
      const { code, out } = await cairn(kind, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`cairn import ${kind} FILE --as ADDRESS --place SLUG`);
    }
  );
});
