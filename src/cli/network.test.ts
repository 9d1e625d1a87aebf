import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from './network.ts';

async function call(args: readonly string[], input: unknown) {
  const said = { out: '', error: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk);
        done();
      }
    });
  const stdin = Readable.from([typeof input === 'string' ? input : JSON.stringify(input)]);
  const code = await run(args, { stdin, stdout: into('out'), stderr: into('error') });
  return { code, ...said };
}

const pair = { nodes: ['A', 'B'], edges: [{ source: 'A', target: 'B' }] };

describe('cairn network', () => {
  test('answers one network with one answer', async () => {
    const { code, out } = await call([], pair);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ density: 1, bridges: [['A', 'B']] });
    expect(JSON.parse((await call([], { input: pair })).out)).toEqual(JSON.parse(out));
  });

  test('answers a file of cases in its order, with an error in its place', async () => {
    const { code, out } = await call([], {
      cases: [{ id: 'x', input: { nodes: [] } }, { input: pair }]
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { error: expect.stringMatching(/^A network has nodes/) as string },
      expect.objectContaining({ nodeCount: 2 })
    ]);
  });

  test('says what is wrong with anything else', async () => {
    expect(await call([], 'x')).toEqual({
      code: 1,
      out: '',
      error: 'Standard input is not JSON.\n'
    });
    expect(await call([], { nodes: ['A', 'A'], edges: [] })).toEqual({
      code: 1,
      out: '',
      error: 'The node "A" is there twice.\n'
    });
    expect((await call(['--fast'], pair)).code).toBe(1);
    expect((await call(['--help'], pair)).out).toContain('cairn network');
  });
});
