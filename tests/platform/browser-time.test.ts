import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { watchBrowsers } from '../../scripts/ground/browser-time.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const folder = makeTemporaryFolder('browser');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Starts a program of this name that works for a while and then waits to be told to end. */
async function works(name: string) {
  const program = path.join(folder, name);
  fs.symlinkSync(process.execPath, program);
  const busy = 'const end = process.cpuUsage(); while (process.cpuUsage(end).user < 200_000); console.log(1); setInterval(() => {}, 1000)'; // prettier-ignore
  const child = spawn(program, ['-e', busy], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

test.runIf(fs.existsSync('/proc/self/stat'))(
  'the time of browsers is counted, and of no other program, also when they have gone',
  async () => {
    const watch = watchBrowsers();
    const other = await works('editor');
    expect(watch.seconds()).toBe(0);
    const browser = await works('chromium');
    const seconds = watch.seconds() ?? 0;
    expect(seconds).toBeGreaterThan(0.15);
    browser.kill('SIGKILL');
    other.kill('SIGKILL');
    await new Promise((resolve) => browser.once('exit', resolve));
    expect(watch.seconds()).toBeGreaterThanOrEqual(seconds);
    watch.stop();
  }
);
