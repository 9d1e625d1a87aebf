import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder named on the command line, which holds the material a conversion starts from. */
export function sourceFolder(): string {
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error('Name the folder that holds the source material.');
    process.exit(1);
  }
  return folder;
}

/** A file below `content/`, named from the top of the repository. */
export function contentFile(...parts: readonly string[]): string {
  return join(import.meta.dirname, '..', '..', 'content', ...parts);
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function writeJson(path: string, value: unknown): void {
  writeText(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** JSON with each entry of the named list on one line, so that a long list can be read and compared. */
export function writeJsonRows(
  path: string,
  head: Readonly<Record<string, unknown>>,
  listName: string,
  list: readonly unknown[]
): void {
  const rows = list.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  writeText(path, `${start},\n  "${listName}": [\n${rows}\n  ]\n}\n`);
}
