import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { patience } from './patience.ts';
import { baseAddress } from './server.ts';

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];
/** Root may not use the browser's sandbox, and containers have little shared memory. */
const asRoot = ['--no-sandbox', '--disable-dev-shm-usage'];

let opened: Promise<Browser> | undefined;

/** The one browser of this worker: it ends with the worker, and each visit is a session of its own in it. */
export function theBrowser(): Promise<Browser> {
  return (opened ??= chromium.launch({
    executablePath: inject('chromium'),
    args: process.getuid?.() === 0 ? [...quiet, ...asRoot] : quiet
  }));
}

/** A desk and a phone, in CSS pixels: the widths every page must serve. */
export const desk = { width: 1280, height: 900 } as const;
export const phone = { width: 360, height: 740 } as const;

/** A page in a session of its own, as a new visitor has. */
export type Visit = {
  readonly page: Page;
  /** What the page complained of: errors in its console, and exceptions nobody caught. A journey ends by finding none. */
  readonly complaints: readonly string[];
  end(): Promise<void>;
};

/** Opens a page at the journeys' Cairn; addresses in it may begin with `/`. */
export async function newVisit(options: BrowserContextOptions = {}): Promise<Visit> {
  const browser = await theBrowser();
  const context = await browser.newContext({
    baseURL: baseAddress(),
    viewport: desk,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options
  });
  context.setDefaultTimeout(patience);
  if (options.javaScriptEnabled === false) {
    // Scripts are allowed while axe looks (see accessibility.ts); those of a page that arrives meanwhile must not come alive.
    await context.route(
      (address) => address.pathname.endsWith('.js'),
      (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'await new Promise(() => {});' })
    );
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser itself writes a line for every answer that is not 2xx; whether that is right is for the journey to say.
    const isOfTheBrowser = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isOfTheBrowser) complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  return { page, complaints, end: () => context.close() };
}
