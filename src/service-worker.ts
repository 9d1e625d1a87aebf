/**
 * Opens the pages "Record a test" and "Add data" where there is no connection. It is registered for each alone, keeps no page that the
 * server made for somebody, and answers from what `record/kept.client.ts` put in the cache: a page without a name on it.
 */

type Worker = {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', hear: (event: Asking) => void): void;
};
type Lasting = { waitUntil(work: Promise<unknown>): void };
type Asking = {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};

const worker = globalThis as unknown as Worker; // the type checker takes every file for a page's
const patience = 8_000; // milliseconds: a bar of signal that carries nothing is no connection

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request, pathname));
  else event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

/** The page from the server; where there is none to be had, the one that was kept. */
async function pageOf(request: Request, pathname: string): Promise<Response> {
  const kept = await caches.match(pathname);
  if (kept === undefined) return fetch(request);
  try {
    // No options beside the request: browsers refuse them for a page.
    return await Promise.race([fetch(request), tooLong()]);
  } catch {
    return kept;
  }
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), patience);
  });
}
