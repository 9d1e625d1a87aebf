import { describe, expect, test } from 'vitest';
import { cairn } from '../../tests/support/command-line.ts';

const call = (input: unknown, ...args: readonly string[]) =>
  cairn(['network', ...args], typeof input === 'string' ? input : JSON.stringify(input));

const pair = { nodes: ['A', 'B'], edges: [{ source: 'A', target: 'B' }] };

describe('cairn network', () => {
  test('answers one network with one answer', async () => {
    const one = await call(pair);
    expect(one).toMatchObject({ code: 0, answer: { density: 1, bridges: [['A', 'B']] } });
    expect(await call({ input: pair })).toEqual(one);
  });

  test('answers a file of cases in its order, with an error in its place', async () => {
    const cases = [{ id: 'x', input: { nodes: [] } }, { input: pair }];
    expect(await call({ cases })).toEqual({
      code: 0,
      answer: [
        { error: expect.stringMatching(/^A network has nodes/) as string },
        expect.objectContaining({ nodeCount: 2 })
      ],
      problems: ''
    });
  });

  test('says what is wrong with anything else', async () => {
    expect(await call('x')).toEqual({
      code: 1,
      answer: '',
      problems: 'Standard input is not JSON.\n'
    });
    expect(await call({ nodes: ['A', 'A'], edges: [] })).toEqual({
      code: 1,
      answer: '',
      problems: 'The node "A" is there twice.\n'
    });
    expect(await call(pair, '--fast')).toMatchObject({ code: 1, answer: '' });
    expect(await call(pair, '--help')).toMatchObject({ code: 0, problems: '' });
  });
});
