import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { permissionsOf, type Role } from '#platform/permissions';
import type { PersonId } from '#platform/ids';
import type { World } from '#platform/command';
import { unzip } from '#platform/zip.server';
import type { Leaving } from '#web/leaving';

/** Every way on which something leaves, found from the routes and asked by running their own code. */

const routes = path.resolve(import.meta.dirname, '../../src/routes');

type Handler = (event: unknown) => unknown;
export type WayOut = {
  /** As SvelteKit names it: `/p/[partnership]/evidence.csv`. */
  readonly id: string;
  readonly kind: 'file' | 'page';
  readonly leaving: Leaving | null;
  readonly ask: Handler;
};

/** Every file that is given away, and every page outside a partnership's own. */
export async function waysOut(): Promise<readonly WayOut[]> {
  const files = fs
    .readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)\+(server|page\.server)\.ts$/.test(name))
    .sort();
  const found: WayOut[] = [];
  for (const name of files) {
    const isFile = name.endsWith('+server.ts');
    if (!isFile && name.startsWith('p/')) continue;
    const file = path.join(routes, name);
    const route = (await import(pathToFileURL(file).href)) as {
      GET?: Handler;
      load?: Handler;
      _leaving?: Leaving;
    };
    const ask = isFile ? route.GET : route.load;
    if (ask === undefined) continue;
    const id = `/${path.posix.dirname(name)}`;
    found.push({ id, kind: isFile ? 'file' : 'page', leaving: route._leaving ?? null, ask });
  }
  return found;
}

const cli = path.resolve(routes, '../cli');

/** The commands of the command line that look into the database; the others answer about files they are given. */
export function commandsThatLookIn(): readonly string[] {
  return fs
    .readdirSync(cli)
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^index\.ts$|^keeper\.ts$/.test(name))
    .filter((name) =>
      /keeper\.ts|#ground\/(connection|archive)|#platform\/database/.test(
        fs.readFileSync(path.join(cli, name), 'utf8')
      )
    )
    .map((name) => name.replace('.ts', ''))
    .sort();
}

export type Somebody = { readonly personId: PersonId; readonly role: Role | null };

/** Asks one way out, at one address, as somebody; answers all that they are told, as text. */
export async function askAs(
  world: World,
  way: WayOut,
  at: {
    readonly params: Readonly<Record<string, string>>;
    readonly search?: string;
    readonly place: { readonly id: string; readonly slug: string };
    readonly who: Somebody | null;
  }
): Promise<string> {
  const { params, place, who } = at;
  const address = way.id.replaceAll(
    /\[(?:\.\.\.)?(\w+)\]/g,
    (_, name: string) => params[name] ?? ''
  );
  const url = new URL(`http://here.example${address}${at.search ?? ''}`);
  const event = {
    url,
    params,
    request: new Request(url),
    route: { id: way.id },
    cookies: { get: () => undefined, set: () => undefined, delete: () => undefined },
    setHeaders: () => undefined,
    getClientAddress: () => '127.0.0.1',
    locals: {
      world,
      trouble: null,
      hasSaved: false,
      person:
        who === null
          ? null
          : { id: who.personId, name: 'Somebody', email: 'a@b.example', siteAdministrator: false },
      place:
        who === null || who.role === null
          ? null
          : { ...place, name: 'Hidden', role: who.role, permissions: permissionsOf(who.role) }
    },
    parent: () => ({})
  };
  try {
    const answer = await way.ask(event);
    if (!(answer instanceof Response)) return `200 ${JSON.stringify(answer)}`;
    const bytes = Buffer.from(await answer.arrayBuffer());
    return `${answer.status} ${textIn(bytes, answer.headers.get('content-type') ?? '')}`;
  } catch (thrown) {
    // SvelteKit throws what redirects and refuses; anything else is a fault, and fails the test.
    const { status, location, body } = thrown as {
      status?: number;
      location?: string;
      body?: { message: string };
    };
    if (status === undefined) throw thrown;
    return `${status} ${location ?? body?.message ?? ''}`;
  }
}

/** What a file says: its text, the parts of a workbook or of a Word file without the moment it was made, or the bytes of a picture. */
function textIn(bytes: Buffer, type: string): string {
  if (/text|json|svg/.test(type)) return bytes.toString('utf8');
  const isWord = type.includes('wordprocessing');
  if (!isWord && !type.includes('spreadsheet')) return bytes.toString('latin1');
  const opened = unzip(bytes, (name) => !name.startsWith('docProps/'), {
    bytes: 10_000_000,
    entries: 100
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  // Word's parts find each other by names that are made anew with each file.
  const plain = (text: string) => (isWord ? text.replaceAll(/ [rw]?:?id="[^"]*"/gi, '') : text);
  return opened.value
    .map((entry) => `${entry.path} ${plain(entry.bytes.toString('utf8'))}`)
    .join('\n');
}
