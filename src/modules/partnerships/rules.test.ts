import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { checkPassword, isSessionAlive, slugOf } from './rules.ts';
import { email } from './schema.ts';

const person = { name: 'Morag Sample', email: 'morag.sample@example.org' };

describe('a password', () => {
  test.each(['three stones on a hill', 'kettle-orchard-9', 'Fernhollow walks slowly'])(
    'may be %j',
    (password) => {
      expect(checkPassword(password, person)).toEqual({ ok: true, value: password });
    }
  );

  test.each([
    { password: 'short', problem: { kind: 'password-too-short', fewest: 12 } },
    { password: 'password1234', problem: { kind: 'password-too-common' } },
    { password: 'aaaaaaaaaaaaaa', problem: { kind: 'password-too-common' } },
    { password: '123456789012', problem: { kind: 'password-too-common' } },
    { password: 'Welcome-2026!!', problem: { kind: 'password-too-common' } },
    { password: 'morag.sample12', problem: { kind: 'password-names-you' } }
  ])('may not be $password', ({ password, problem }) => {
    expect(checkPassword(password, person)).toEqual({ ok: false, error: problem });
  });
});

describe('a session', () => {
  const now = new Date('2026-03-30T10:00:00Z');

  test('ends when it was not used for 14 days', () => {
    const expiresAt = new Date('2026-04-30T10:00:00Z');
    expect(isSessionAlive({ lastUsedAt: new Date('2026-03-17T10:00:00Z'), expiresAt }, now)).toBe(
      true
    );
    expect(isSessionAlive({ lastUsedAt: new Date('2026-03-16T09:00:00Z'), expiresAt }, now)).toBe(
      false
    );
  });

  test('ends at its last day even when in use', () => {
    expect(isSessionAlive({ lastUsedAt: now, expiresAt: now }, now)).toBe(false);
  });
});

test('a name becomes the part of an address', () => {
  expect(slugOf('Perth & Kinross')).toBe('perth-and-kinross');
  expect(slugOf('  Ynys Môn ')).toBe('ynys-mon');
  expect(slugOf('Łódź')).toBe('lodz');
  expect(slugOf('Ærø')).toBe('aero');
  expect(slugOf('St Andrew’s')).toBe('st-andrews');
  // Half a name is none: whoever sets the place up is asked.
  expect(slugOf('北京')).toBe('');
  expect(slugOf('Glasgow и Клайд')).toBe('');
});

describe('an e-mail address', () => {
  const isTaken = (text: string) => v.is(email, text);

  test.each([
    "o'neill@example.org",
    'Sinéad'.normalize('NFKD').replace(/\p{Mark}/gu, '') + "-o'brien@fernhollow.example.org",
    'name+cairn@example.co.uk',
    "D'ARCY_1@example.org"
  ])('is %s', (text) => {
    expect(isTaken(text)).toBe(true);
  });

  test.each(['o’neill', '@example.org', 'a b@example.org', 'a@example', 'a@-x.org', 'a@x..org'])(
    'is not %s',
    (text) => {
      expect(isTaken(text)).toBe(false);
    }
  );

  test('has a plain apostrophe, however it was typeset', () => {
    expect(v.parse(email, 'O’Neill@example.org')).toBe("o'neill@example.org");
  });
});
