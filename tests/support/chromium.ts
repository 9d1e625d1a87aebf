import fs from 'node:fs';
import path from 'node:path';
import { installFromDebian } from '../../scripts/ground/debian.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser the journeys are walked in. */
    chromium: string;
  }
}

/** The shell alone draws the same pages without a window's machinery, in about four fifths of the time. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];
const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome'
];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];
const advice =
  'The journeys need Chromium or Chrome. Install it (on Debian: the package chromium-headless-shell or chromium), or name it in CAIRN_CHROMIUM.';

/** The first of these programs that is on this machine. */
function findProgram(names: readonly string[]): string | null {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return candidates.find((file) => fs.existsSync(file)) ?? null;
}

/**
 * The browser the journeys are walked in: the one `CAIRN_CHROMIUM` names, or else a headless shell, which is installed where that may
 * be done, or else any Chromium that is there.
 * Refuses: throws with a sentence saying what to do; journeys are never quietly left out.
 */
export function ensureChromium(): string {
  const named = process.env['CAIRN_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (fs.existsSync(named)) return named;
    throw new Error(`CAIRN_CHROMIUM names ${named}, which is not there.`);
  }
  const shell = findProgram(shells);
  if (shell !== null) return shell;
  const browser = findProgram(browsers) ?? elsewhere.find((file) => fs.existsSync(file)) ?? null;
  try {
    installFromDebian(['chromium-headless-shell'], advice);
  } catch (fault) {
    if (browser === null) throw fault;
    return browser;
  }
  const installed = findProgram(shells);
  if (installed === null) {
    throw new Error('Chromium was installed, but cannot be found. Name it in CAIRN_CHROMIUM.');
  }
  return installed;
}
