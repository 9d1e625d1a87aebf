import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Result } from '#core/result';
import { packProblemSentence, type PackProblem } from '#modules/vocabulary';

/** The files of the content packs, for tests that read them. */

export const content = 'content';
export const textOf = (pack: string, file: string) =>
  readFileSync(path.join(content, pack, file), 'utf8');
export const jsonOf = (pack: string, file: string): unknown => JSON.parse(textOf(pack, file));
export const rowsOf = (pack: string, file: string): unknown[] =>
  parse(textOf(pack, file), { columns: true });

/** What was read, or every problem in words. */
export function must<Value>(read: Result<Value, readonly PackProblem[]>): Value {
  if (read.ok) return read.value;
  throw new Error(read.error.slice(0, 20).map(packProblemSentence).join('\n'));
}
