import fs from 'node:fs';
import path from 'node:path';
import { installFromDebian } from '../../scripts/ground/debian.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser the journeys are walked in. */
    chromium: string;
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** The browser of this machine: the one `CAIRN_CHROMIUM` names, or the first that is found. */
export function findChromium(): string | null {
  const named = process.env['CAIRN_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!fs.existsSync(named)) {
      throw new Error(`CAIRN_CHROMIUM names ${named}, which is not there.`);
    }
    return named;
  }
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...elsewhere].find((file) => fs.existsSync(file)) ?? null;
}

/**
 * The browser, installed first where that may be done.
 * Refuses: throws with a sentence saying what to do; journeys are never quietly left out.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  installFromDebian(
    ['chromium'],
    'The journeys need Chromium or Chrome. Install it (on Debian: the package chromium), or name it in CAIRN_CHROMIUM.'
  );
  const installed = findChromium();
  if (installed === null) {
    throw new Error('Chromium was installed, but cannot be found. Name it in CAIRN_CHROMIUM.');
  }
  return installed;
}
