import { csvText } from '#core/csv';
import {
  findApiCaller,
  noteApiUse,
  viewPartnership,
  type ApiCaller
} from '#modules/partnerships/server';
import { parse, type World } from '#platform/command';
import { log } from '#web/log.server';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.server.ts';
import { notThatWay, problemOf, problemResponse, problems, tooMany } from './problems.server.ts';

/** Answers one request to the API: who asks, what is asked, by which endpoint, in which form. */

const largestBody = 256 * 1024; // bytes

export async function answerRequest(
  world: World,
  request: Request,
  place: string,
  path: string,
  search: URLSearchParams
): Promise<Response> {
  const secret = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (secret === undefined) return problemResponse(problems.noToken);
  const found = await findApiCaller(world, secret);
  if (!found.ok) {
    return problemResponse(
      found.error.kind === 'too-many' ? tooMany(found.error.secondsLeft) : problems.noToken
    );
  }
  try {
    return await answerTo(found.value, world, request, place, path, search);
  } finally {
    await noted(world, found.value);
  }
}

/** Notes the use of a token when the request has been answered. Where nothing can be written, reading goes on. */
async function noted(world: World, caller: ApiCaller): Promise<void> {
  try {
    await noteApiUse(world, caller);
  } catch (fault) {
    log.warn({ err: fault }, 'a use of the API could not be noted');
  }
}

async function answerTo(
  caller: ApiCaller,
  world: World,
  request: Request,
  place: string,
  path: string,
  search: URLSearchParams
): Promise<Response> {
  const here = await slugOf(world, caller);
  // Whoever made the token may have left: then it opens nothing.
  if (here === null) return problemResponse(problems.noToken);
  if (here !== place) return problemResponse(problems.notFound);
  const wantsCsv = path.endsWith('.csv') || prefersCsv(request.headers.get('accept') ?? '');
  const found = findEndpoint(path.replace(/\.csv$/, ''), request.method);
  if (found.kind === 'none') return problemResponse(problems.notFound);
  if (found.kind === 'other-methods') return problemResponse(notThatWay(found.allowed));
  return serve(found.endpoint, found.id, {
    world,
    request,
    search,
    caller,
    wantsCsv
  });
}

async function slugOf(world: World, caller: ApiCaller): Promise<string | null> {
  const view = await viewPartnership.run(caller.actor, caller.placeId, {}, world);
  return view.ok ? view.value.partnership.slug : null;
}

/** Whether CSV is named and JSON is not. */
function prefersCsv(accept: string): boolean {
  return accept.includes('text/csv') && !accept.includes('application/json');
}

type Found =
  | { readonly kind: 'found'; readonly endpoint: Endpoint; readonly id: string }
  | { readonly kind: 'other-methods'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

function findEndpoint(path: string, method: string): Found {
  const matches = endpoints.flatMap((endpoint) => {
    const form = new RegExp(`^${endpoint.path.replace('{id}', '([^/]+)')}$`);
    const match = form.exec(`/${path}`);
    return match === null ? [] : [{ endpoint, id: match[1] ?? '' }];
  });
  const found = matches.find(({ endpoint }) => endpoint.method === method);
  if (found !== undefined) return { kind: 'found', ...found };
  if (matches.length === 0) return { kind: 'none' };
  return { kind: 'other-methods', allowed: matches.map(({ endpoint }) => endpoint.method) };
}

async function serve(
  endpoint: Endpoint,
  id: string,
  {
    world,
    request,
    search,
    caller,
    wantsCsv
  }: {
    readonly world: World;
    readonly request: Request;
    readonly search: URLSearchParams;
    readonly caller: ApiCaller;
    readonly wantsCsv: boolean;
  }
): Promise<Response> {
  if (wantsCsv && endpoint.table === null) return problemResponse(problems.notFound);
  if (endpoint.needs === 'record' && caller.actor.token?.atMost === 'reader') {
    return problemResponse(problems.notAllowed);
  }
  const query = parse(endpoint.query, Object.fromEntries(search));
  if (!query.ok) return problemResponse(problemOf(query.error));
  let body: unknown = undefined;
  if (endpoint.body !== null) {
    if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) {
      return problemResponse(problems.notTaken);
    }
    // A body may take long to come in; no connection waits for it.
    await world.reading?.letGo();
    const text = await readAtMost(request, largestBody).catch(() => ''); // it broke off on the way
    if (text === null) return problemResponse(problems.tooLarge);
    const json = fromJson(text);
    if (!json.ok) return problemResponse(problems.notJson);
    const parsed = parse(endpoint.body, json.value);
    if (!parsed.ok) return problemResponse(problemOf(parsed.error));
    body = parsed.value;
  }
  const ifMatch = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers.get('if-match') ?? '')?.[1];
  const answer = await endpoint.run({
    caller,
    world,
    id,
    query: query.value,
    body,
    ifMatch: ifMatch === undefined ? null : Number(ifMatch)
  });
  if (!answer.ok) return problemResponse(problemOf(answer.error));
  const headers = { 'cache-control': 'private, no-store' };
  if (wantsCsv && endpoint.table !== null) {
    return new Response(csvText(endpoint.table(answer.value)), {
      headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' }
    });
  }
  return new Response(JSON.stringify(answer.value), {
    headers: { ...headers, 'content-type': 'application/json' }
  });
}

/** The body as text; null as soon as it is larger than `most` bytes. */
async function readAtMost(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  if (request.body !== null) {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.byteLength; // Node's streams can be walked; the type of the web does not say so
      if (size > most) return null;
      parts.push(part);
    }
  }
  return Buffer.concat(parts).toString('utf8');
}

function fromJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
