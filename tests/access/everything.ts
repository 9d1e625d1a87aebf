import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command, Query } from '#platform/command';

type Problem = { readonly kind: string };
export type AnyCommand = Command<unknown, Problem>;
export type AnyQuery = Query<unknown, Problem>;

const modules = path.resolve(import.meta.dirname, '../../src/modules');

/** Every command and query behind a module's server door, by name. A new one is walked as soon as it is exported. */
export async function everything(): Promise<readonly (AnyCommand | AnyQuery)[]> {
  const doors = fs
    .readdirSync(modules)
    .map((name) => path.join(modules, name, 'index.server.ts'))
    .filter((file) => fs.existsSync(file));
  const exported = await Promise.all(
    doors.map((file) => import(pathToFileURL(file).href) as Promise<Record<string, unknown>>)
  );
  return exported
    .flatMap((door) => Object.values(door))
    .filter(isWalkable)
    .sort((one, other) => one.name.localeCompare(other.name));
}

function isWalkable(value: unknown): value is AnyCommand | AnyQuery {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return kind === 'command' || kind === 'query';
}
