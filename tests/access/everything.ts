import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command, Query } from '#platform/command';

type Problem = { readonly kind: string };
export type AnyCommand = Command<unknown, Problem>;
export type AnyQuery = Query<unknown, Problem>;

const modules = path.resolve(import.meta.dirname, '../../src/modules');

/** Every command and query behind a server door of a module, by name. A new one is walked as soon as it is exported. */
export async function everything(): Promise<readonly (AnyCommand | AnyQuery)[]> {
  const doors = fs.globSync(['*/index.server.ts', '*/*/index.server.ts'], { cwd: modules });
  const exported = await Promise.all(
    doors.map(
      (file) =>
        import(pathToFileURL(path.join(modules, file)).href) as Promise<Record<string, unknown>>
    )
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
