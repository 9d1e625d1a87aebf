import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Every page of documentation: at the top, in `docs`, and beside the code. */
function pages(): string[] {
  const below = (folder: string): string[] =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name));
  const atTop = fs.readdirSync(root);
  return [...atTop, ...below('docs'), ...below('src'), ...below('content')].filter((name) =>
    name.endsWith('.md')
  );
}

/** The addresses of links and pictures that stay inside the project. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').split('#')[0] ?? '')
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link));
}

test('there are pages to read', () => {
  expect(pages().length).toBeGreaterThan(30);
});

describe.each(pages())('%s', (page) => {
  const text = fs.readFileSync(path.join(root, page), 'utf8');

  test('has links that arrive', () => {
    const folder = path.dirname(path.join(root, page));
    expect(linksOf(text).filter((link) => !fs.existsSync(path.resolve(folder, link)))).toEqual([]);
  });

  test('names scripts of npm that exist', () => {
    const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(
      (match) => match[1] ?? ''
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
