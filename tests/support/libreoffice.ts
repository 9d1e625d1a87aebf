import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installFromDebian } from '../../scripts/ground/debian.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** LibreOffice reads the Word files that we write, as somebody without Word would. */

const places = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
const advice =
  'Word files are read back by LibreOffice. Install its Writer (on Debian: libreoffice-writer-nogui).';

let found: string | null | undefined;

/**
 * Where LibreOffice is; null when it is not here, which is said once. A thorough run (CAIRN_TEST_THOROUGHLY=1) installs it where
 * that may be done, or fails.
 */
export function findLibreOffice(): string | null {
  if (found !== undefined) return found;
  found = search();
  if (found === null && process.env['CAIRN_TEST_THOROUGHLY'] === '1') {
    installFromDebian(['libreoffice-writer-nogui'], advice);
    found = search();
  }
  if (found === null) {
    process.stderr.write(
      'LibreOffice is not here: the Word files are checked by their markup alone.\n'
    );
  }
  return found;
}

function search(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [...folders.map((folder) => path.join(folder, 'soffice')), ...places];
  return candidates.find((file) => fs.existsSync(file)) ?? null;
}

/** The text of a Word file as LibreOffice reads it. */
export function readByLibreOffice(bytes: Uint8Array): string {
  const program = findLibreOffice();
  if (program === null) throw new Error(advice);
  const folder = makeTemporaryFolder('word');
  try {
    const file = path.join(folder, 'document.docx');
    fs.writeFileSync(file, bytes);
    // A profile of its own: two of them at once would wait for each other.
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, file];
    const answer = spawnSync(program, options, { encoding: 'utf8' });
    const written = path.join(folder, 'document.txt');
    if (!fs.existsSync(written)) throw new Error(`LibreOffice did not open it: ${answer.stderr}`);
    return fs.readFileSync(written, 'utf8').replace(/^\ufeff/, '');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
