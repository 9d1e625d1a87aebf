import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/index.ts';

/** Runs the command line in this process and answers with what it said. */
async function cairn(...args: string[]): Promise<{ code: number; out: string; problems: string }> {
  let [out, problems] = ['', ''];
  const into = (take: (text: string) => void) =>
    ({ write: (text: string) => (take(text), true) }) as unknown as NodeJS.WritableStream; // only written to
  const code = await main(args, {
    stdin: process.stdin,
    stdout: into((text) => (out += text)),
    stderr: into((text) => (problems += text))
  });
  return { code, out, problems };
}

describe('the command line', () => {
  test('lists every command whose file is there, with what it is for', async () => {
    const { code, out } = await cairn('--help');
    const folder = path.resolve(import.meta.dirname, '../../src/cli');
    const files = fs
      .readdirSync(folder)
      .filter((name) => /^[a-z-]+\.ts$/.test(name) && name !== 'index.ts')
      .filter((name) =>
        /^export (async )?function run\(/m.test(fs.readFileSync(path.join(folder, name), 'utf8'))
      )
      .map((name) => name.replace('.ts', ''));
    const listed = [...out.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name]) => name);
    expect(code).toBe(0);
    expect([...listed].sort()).toEqual(files.sort());
  });

  test.each([
    { given: ['nonsense'] },
    { given: ['../platform/log.server'] },
    { given: ['index'] },
    { given: ['load-content'] },
    { given: ['toString'] }
  ])('refuses $given with a sentence', async ({ given }) => {
    const { code, out, problems } = await cairn(...given);
    expect([code, out]).toEqual([1, '']);
    expect(problems).toContain('There is no command');
  });

  test('says how a command is used, and refuses what it does not take', async () => {
    for (const name of ['migrate', 'serve', 'backup', 'restore']) {
      expect(await cairn(name, '--help')).toMatchObject({
        code: 0,
        problems: expect.stringMatching(new RegExp(`^Use: cairn ${name}`)) as string
      });
      expect(await cairn(name, '--nonsense', 'more')).toMatchObject({ code: 1, out: '' });
    }
  });
});
