import fs from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = 'docs/decisions';
const files = fs
  .readdirSync(folder)
  .filter((name) => /^\d/.test(name))
  .toSorted();

describe('the decisions', () => {
  test('are numbered without holes', () => {
    const numbers = files.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]));
    expect(numbers).toEqual(files.map((_, index) => index + 1));
  });

  test('each carry their number in their heading', () => {
    const otherwise = files.filter(
      (name) => !fs.readFileSync(`${folder}/${name}`, 'utf8').startsWith(`# ${name.slice(0, 4)} `)
    );
    expect(otherwise).toEqual([]);
  });

  test('stand in the index once each, in order', () => {
    const index = fs.readFileSync(`${folder}/README.md`, 'utf8');
    const rows = [...index.matchAll(/^\| \[(\d{4})\]\(([^)]+)\) \| \S/gm)];
    expect(rows.map(([, , name]) => name)).toEqual(files);
    expect(rows.map(([, number, name]) => name?.startsWith(`${number}-`))).toEqual(
      files.map(() => true)
    );
  });

  test('are named elsewhere by numbers that exist', () => {
    const named = filesBelow('src', 'docs', 'tests', 'scripts', 'db', 'bench').flatMap((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(/\bdecisions? (\d{4})\b/g)].map(
        ([, number]) => `${number} in ${file}`
      )
    );
    expect(named.length).toBeGreaterThan(0);
    const known = new Set(files.map((name) => name.slice(0, 4)));
    expect(named.filter((one) => !known.has(one.slice(0, 4)))).toEqual([]);
  });
});

function filesBelow(...folders: string[]): string[] {
  return folders.flatMap((one) =>
    fs
      .readdirSync(one, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte|md|sql|js)$/.test(name))
      .map((name) => `${one}/${name}`)
  );
}
