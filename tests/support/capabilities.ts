import fs from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '../..');

export const states = ['works', 'begun', 'not yet'] as const;
export type State = (typeof states)[number];

/** A row of `docs/capabilities.md`: what Cairn must be able to do, where, and which journey shows it. */
export type Capability = {
  readonly number: number;
  readonly what: string;
  readonly where: string;
  /** The name of a file in `tests/journeys`, without its ending; empty where there is none. */
  readonly journey: string;
  readonly state: string;
};

/** The rows of the table, in order. */
export function readCapabilities(text: string): Capability[] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && /^\d+$/.test(cells[1] ?? ''))
    .map((cells) => ({
      number: Number(cells[1]),
      what: cells[2] ?? '',
      where: cells[3] ?? '',
      journey: (cells[4] ?? '').replaceAll('`', ''),
      state: cells[5] ?? ''
    }));
}

export function capabilities(): Capability[] {
  return readCapabilities(fs.readFileSync(path.join(root, 'docs/capabilities.md'), 'utf8'));
}

/** The claims of a table that the journeys which ran do not bear out: claimed to work, and not run or not passed. */
export function unfoundedClaims(
  rows: readonly Capability[],
  passed: ReadonlySet<string>
): string[] {
  return rows
    .filter((row) => row.state === 'works' && !passed.has(row.journey))
    .map((row) => `${row.number}. ${row.what}: claims to work, but ${row.journey} did not pass`);
}

/** Holds `docs/capabilities.md` to what the journeys of this run showed. Says nothing when no journey ran. */
export class HonestCapabilities implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const journeys = modules.filter((module) => module.project.name === 'journeys');
    const wanted = fs
      .readdirSync(path.join(root, 'tests/journeys'))
      .filter((name) => name.endsWith('.test.ts'));
    // A run of chosen files proves nothing about the others.
    if (journeys.length < wanted.length) return;
    const passed = journeys
      .filter((module) => module.state() === 'passed')
      .map((module) => path.basename(module.moduleId, '.test.ts'));
    const unfounded = unfoundedClaims(capabilities(), new Set(passed));
    if (unfounded.length === 0) return;
    process.stderr.write(
      `docs/capabilities.md claims more than the journeys show:\n${unfounded.join('\n')}\n`
    );
    process.exitCode = 1;
  }
}
