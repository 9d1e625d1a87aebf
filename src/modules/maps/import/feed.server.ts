import { err, ok, type Result } from '#core/result';
import type { Asking, OutsideProblem } from '#platform/outside.server';
import { isObject, numberOf, textOf, type Loose } from './json-parts.ts';
import { mostRows } from './limits.ts';
import { openReferralServices } from './open-referral.ts';

export type FeedProblem =
  | OutsideProblem
  | { readonly kind: 'too-many-feeds'; readonly seconds: number }
  /** What came is no JSON, or no feed of services. */
  | { readonly kind: 'no-feed' }
  | { readonly kind: 'feed-too-long'; readonly most: number }
  /** Another page of the feed holds what an earlier one held. */
  | { readonly kind: 'pages-repeat'; readonly page: number };

/** How much one feed may hold, over all its pages and services. */
export const feedLimits = { mostBytes: 10_000_000, seconds: 50 } as const;
const mostPages = 500;
/** Where a list holds names alone, each service is asked for by itself; of a longer list it would take too long. */
const mostSingly = 500;
const atOnce = 4;

/**
 * All services of a feed of Open Referral, as one document that `readOpenReferral` reads: pages one after another, and each service by
 * itself where the list leaves out what belongs to it, as the profile of 3.0 allows.
 * The address may be that of the feed or of its list of services; a page in it is passed over.
 * Refuses: whatever the asking refuses, what is no feed, more than 500 pages or 10,000 services, pages that repeat.
 */
export async function readFeed(
  asking: Pick<Asking, 'document'>,
  address: string
): Promise<Result<{ contents: readonly Loose[] }, FeedProblem>> {
  const begun = await beginning(asking, address);
  if (!begun.ok) return begun;
  const { list, document, services } = begun.value;
  const all = [...services];
  const seen = new Set(services.map(idOf));
  const { first, pages } = pagingOf(document);
  if (pages > mostPages) return err({ kind: 'feed-too-long', most: mostRows });
  for (let page = first + 1; page < first + pages; page += 1) {
    const next = await json(asking, withPage(list, page));
    if (!next.ok) return next;
    const here = openReferralServices(next.value);
    if (here === null) return err({ kind: 'no-feed' });
    if (here.length === 0) break;
    const fresh = here.filter((one) => idOf(one) === '' || !seen.has(idOf(one)));
    if (fresh.length === 0) return err({ kind: 'pages-repeat', page });
    for (const one of fresh) {
      all.push(one);
      seen.add(idOf(one));
    }
    if (all.length > mostRows) return err({ kind: 'feed-too-long', most: mostRows });
  }
  const isBare = all.every((one) => !nested.some((name) => name in one));
  if (!isBare || all.length > mostSingly) return ok({ contents: all });
  return singly(asking, list, all);
}

const idOf = (service: Loose): string => textOf(service['id']);

/** What a list may leave out of each service. */
const nested = [
  'schedules',
  'service_at_locations',
  'attributes',
  'cost_options',
  'eligibilitys',
  'regular_schedules',
  'service_taxonomys',
  'service_areas',
  'languages'
];

type Beginning = {
  readonly list: URL;
  readonly document: unknown;
  readonly services: readonly Loose[];
};

/** The first page: at the address itself, or at the list below it. */
async function beginning(
  asking: Pick<Asking, 'document'>,
  address: string
): Promise<Result<Beginning, FeedProblem>> {
  if (!URL.canParse(address)) return err({ kind: 'not-an-address' });
  const given = new URL(address);
  for (const name of ['page', 'page_number']) given.searchParams.delete(name);
  given.hash = '';
  const document = await json(asking, given);
  if (!document.ok) return document;
  const services = openReferralServices(document.value);
  if (services !== null) return ok({ list: given, document: document.value, services });
  const isBase = isObject(document.value) && ('version' in document.value || 'openapi_url' in document.value); // prettier-ignore
  if (!isBase) return err({ kind: 'no-feed' });
  const list = new URL(given);
  list.pathname = `${given.pathname.replace(/\/+$/, '')}/services`;
  const page = await json(asking, list);
  if (!page.ok) return page;
  const below = openReferralServices(page.value);
  return below === null ? err({ kind: 'no-feed' }) : ok({ list, document: page.value, services: below });
} // prettier-ignore

/** How many pages there are, and the number of the first: the specification counts from 1, some servers from 0. */
function pagingOf(document: unknown): { first: number; pages: number } {
  if (!isObject(document)) return { first: 1, pages: 1 };
  const pages = numberOf(document['total_pages'] ?? document['totalPages']) ?? 1;
  const number = numberOf(document['page_number'] ?? document['number']);
  return { first: number === 0 ? 0 : 1, pages: Math.max(1, Math.ceil(pages)) };
}

function withPage(list: URL, page: number): URL {
  const url = new URL(list);
  url.searchParams.set('page', String(page));
  return url;
}

async function json(
  asking: Pick<Asking, 'document'>,
  url: URL
): Promise<Result<unknown, FeedProblem>> {
  const read = await asking.document(url.href);
  if (!read.ok) return read;
  try {
    return ok(JSON.parse(read.value.toString('utf8').replace(/^\uFEFF/, '')) as unknown);
  } catch {
    return err({ kind: 'no-feed' });
  }
}

/** Each service as it stands by itself, a few at a time. One that cannot be had so stays as the list has it. */
async function singly(
  asking: Pick<Asking, 'document'>,
  list: URL,
  services: readonly Loose[]
): Promise<Result<{ contents: readonly Loose[] }, FeedProblem>> {
  const contents: Loose[] = [...services];
  for (let start = 0; start < services.length; start += atOnce) {
    const some = services.slice(start, start + atOnce);
    const answers = await Promise.all(
      some.map(async (one) => {
        const url = new URL(list);
        url.search = '';
        url.pathname = `${list.pathname.replace(/\/+$/, '')}/${encodeURIComponent(idOf(one))}`;
        return idOf(one) === '' ? ok(one) : json(asking, url);
      })
    );
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) {
        if (answer.error.kind === 'answered-badly' || answer.error.kind === 'no-feed') continue;
        return answer;
      }
      const whole = answer.value;
      if (isObject(whole) && idOf(whole) === idOf(some[index] ?? {})) contents[start + index] = whole;
    }
  }
  return ok({ contents });
} // prettier-ignore
