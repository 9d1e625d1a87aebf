/**
 * Puts the page for no connection into the cache, with the styles, the script and the letters it needs, and registers the
 * worker that shows it. The page holds forms and the names of projects and tests, and nobody's name.
 */

const cacheName = 'cairn-kept-page';

export async function keepPageForOffline(offlineAddress: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  const here = location.pathname;
  try {
    await navigator.serviceWorker.register('/service-worker.js', {
      scope: here,
      type: import.meta.env.DEV ? 'module' : 'classic'
    });
    const answer = await fetch(offlineAddress, { redirect: 'manual' });
    if (!answer.ok) return;
    const cache = await caches.open(cacheName);
    await cache.put(here, answer);
    const isPage = ({ url }: Request) => new URL(url).pathname.startsWith('/p/');
    const all = await cache.keys();
    // Other pages are kept beside this one, with parts of their own.
    const texts = await Promise.all(
      all.filter(isPage).map(async (page) => (await cache.match(page))?.text() ?? '')
    );
    const needed = new Set(texts.flatMap((text) => [...partsOf(text)]));
    for (const old of all) {
      if (!isPage(old) && !needed.has(old.url)) await cache.delete(old);
    }
    await Promise.all(
      [...needed].map(async (part) => {
        if ((await cache.match(part)) === undefined) await cache.add(part);
      })
    );
  } catch {
    // Without room, or without a connection just now: the next visit tries again.
  }
}

/** What the page for no connection loads, and the letters that this page has loaded. */
function partsOf(text: string): Set<string> {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const links = [...page.querySelectorAll('link[href], script[src]')].map(
    (part) => part.getAttribute('href') ?? part.getAttribute('src') ?? ''
  );
  const letters = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => /\.woff2?$/.test(name));
  return new Set(
    [...links, ...letters]
      .map((part) => new URL(part, location.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ href }) => href)
  );
}
