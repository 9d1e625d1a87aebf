import { describe, expect, test } from 'vitest';
import { GroundRefusal } from './problems.ts';
import { isLoopback, modeOf } from './mode.ts';
import { servingFrom } from '#web/serving';

describe('the mode', () => {
  test.each([
    { environment: {}, mode: 'demonstration' },
    { environment: { DATABASE_URL: 'postgres://here/cairn' }, mode: 'production' },
    {
      environment: { DATABASE_URL: 'postgres://here/cairn', CAIRN_DEMO: '1' },
      mode: 'demonstration'
    },
    { environment: { CAIRN_MODE: 'production' }, mode: 'production' },
    { environment: { DATABASE_URL: '' }, mode: 'demonstration' }
  ])('of $environment is $mode', ({ environment, mode }) => {
    expect(modeOf(environment)).toBe(mode);
  });

  test('cannot be both', () => {
    expect(() => modeOf({ CAIRN_MODE: 'production', CAIRN_DEMO: '1' })).toThrow(GroundRefusal);
  });
});

describe('loopback', () => {
  test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  test.each(['0.0.0.0', '::', '192.168.0.4', 'localhost.example', '127.0.0.1.example', ''])(
    'is not "%s"',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    }
  );
});

describe('where to serve', () => {
  test('is this machine, the usual port or the next, unless said otherwise', () => {
    expect(servingFrom({})).toEqual({
      mode: 'demonstration',
      host: '127.0.0.1',
      port: 3000,
      mayTakeNextPort: true,
      origin: null
    });
    expect(servingFrom({ PORT: '8080' })).toMatchObject({ port: 8080, mayTakeNextPort: false });
  });

  test.each([
    { environment: { HOST: '0.0.0.0' }, kind: 'demonstration-not-on-loopback' },
    {
      environment: { HOST: '0.0.0.0', ORIGIN: 'https://cairn.example' },
      kind: 'demonstration-not-on-loopback'
    },
    { environment: { HOST: '::', CAIRN_MODE: 'production' }, kind: 'no-origin' },
    { environment: { PORT: 'three' }, kind: 'not-a-port' },
    { environment: { PORT: '65536' }, kind: 'not-a-port' },
    { environment: { ORIGIN: 'cairn.example' }, kind: 'not-an-origin' },
    { environment: { ORIGIN: 'https://cairn.example/here' }, kind: 'not-an-origin' },
    { environment: { ORIGIN: 'ftp://cairn.example' }, kind: 'not-an-origin' }
  ])('refuses $environment as $kind', ({ environment, kind }) => {
    let problem;
    try {
      servingFrom(environment);
    } catch (fault) {
      if (fault instanceof GroundRefusal) problem = fault.problem;
    }
    expect(problem).toMatchObject({ kind });
  });

  test('may be the whole network for a real installation that says its address', () => {
    const environment = {
      HOST: '0.0.0.0',
      CAIRN_MODE: 'production',
      ORIGIN: 'https://cairn.example'
    };
    expect(servingFrom(environment)).toMatchObject({ origin: 'https://cairn.example' });
  });
});
