import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canRun, unprivilegedAccount } from '../../src/ground/embedded/account.ts';
import {
  hasGnuLibrary,
  healSymbolicLinks,
  reachableBinaries
} from '../../src/ground/embedded/binaries.ts';
import { exclusively } from '../../src/ground/embedded/lock.ts';
import { makePrivate } from '../../src/ground/embedded/places.ts';
import { isMarkRunning, processMark } from '../../src/ground/embedded/processes.ts';
import { groundSentence } from '../../src/ground/problems.ts';
import { refusalOf } from '../support/refusals.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;

function folderFor(purpose: string): string {
  const folder = makeTemporaryFolder(purpose);
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the binaries', () => {
  test('are refused on musl, with a sentence that names DATABASE_URL', () => {
    expect(hasGnuLibrary({ header: { glibcVersionRuntime: '2.36' } })).toBe(true);
    expect(hasGnuLibrary({ header: {} })).toBe(false);
    expect(groundSentence({ kind: 'musl' })).toContain('DATABASE_URL');
  });

  test('have their symbolic links healed when npm could not make them', () => {
    const folder = folderFor('links');
    fs.mkdirSync(path.join(folder, 'native/lib'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'native/lib/libx.so.1.2'), 'the library');
    fs.writeFileSync(
      path.join(folder, 'native/pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }])
    );
    healSymbolicLinks(folder);
    healSymbolicLinks(folder);
    expect(fs.readlinkSync(path.join(folder, 'native/lib/libx.so.1'))).toBe('libx.so.1.2');
  });

  test.runIf(isRoot)('are copied out of a folder that the database’s account cannot read', () => {
    const account = unprivilegedAccount(null);
    if (account === null) throw new Error('Root drops to some account.');
    const shut = folderFor('binaries');
    fs.chmodSync(shut, 0o700);
    fs.mkdirSync(path.join(shut, 'native/bin'), { recursive: true });
    fs.writeFileSync(path.join(shut, 'native/bin/postgres'), '#!/bin/sh\n', { mode: 0o700 });
    const found = {
      folder: path.join(shut, 'native'),
      version: '18.4.0',
      majorVersion: '18',
      program: (name: string) => path.join(shut, 'native/bin', name)
    };
    expect(canRun(account, found.program('postgres'))).toBe(false);
    const copied = reachableBinaries(found, account, folderFor('shelf'));
    expect(canRun(account, copied.program('postgres'))).toBe(true);
  });
});

describe('the folder of the socket', () => {
  test.skipIf(process.platform === 'win32')(
    'is refused when somebody planted a link there',
    async () => {
      const folder = folderFor('planted');
      const link = path.join(folder, 'run');
      fs.symlinkSync('/tmp', link);
      expect(await refusalOf(() => makePrivate(link, null))).toEqual({
        kind: 'socket-folder-not-ours',
        folder: link
      });
    }
  );
});

describe('the lock', () => {
  test('lets one in at a time', async () => {
    const file = path.join(folderFor('lock'), 'lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => exclusively(file, 30_000, work)));
    expect(most).toBe(1);
    expect(fs.existsSync(file)).toBe(false);
  });

  test('gives up on a living holder with its number, and only then', async () => {
    const file = path.join(folderFor('held'), 'lock');
    fs.writeFileSync(file, `${processMark(process.pid)}-someone`);
    await expect(exclusively(file, 50, () => Promise.resolve())).rejects.toThrow(
      `Process ${process.pid} has held`
    );
  });
});

describe('the mark of a process', () => {
  test('is not taken for that of a later process with the same number', () => {
    const mark = processMark(process.pid);
    expect(isMarkRunning(mark)).toBe(true);
    expect(isMarkRunning(`${process.pid}-1`)).toBe(process.platform !== 'linux');
    expect(isMarkRunning('999999999-0')).toBe(false);
  });
});
