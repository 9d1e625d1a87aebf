import { peopleField } from '#core/form-state';
import { describe, expect, test } from 'vitest';
import { checkPeople, peopleErrors, personalDetailsIn } from './scan-texts.ts';

const called = (field: string) => field.toUpperCase();

describe('texts looked through before they are saved', () => {
  test('are refused while a person has not looked again', () => {
    const answer = checkPeople({ checkedForPeople: false, ...{ note: 'Ring 0161 496 0000' } });
    expect(answer).toEqual({
      ok: false,
      error: { kind: 'may-name-someone', finds: [{ field: 'note', found: ['phone'] }] }
    });
    const looked = { checkedForPeople: true, ...{ note: 'Ring 0161 496 0000' } };
    expect(checkPeople(looked).ok).toBe(true);
  });

  test('are told apart by their field, and ask for the tick', () => {
    const errors = peopleErrors([{ field: 'note', found: ['phone'] }], called);
    expect(errors['note']).toBe('“NOTE” may hold a telephone number.');
    expect(errors[peopleField]).toMatch(/tick that nobody/);
  });
});

describe('personal details in a text', () => {
  test('are found by field, and let through once somebody has checked', () => {
    const texts = { title: 'Strategy', text: 'Write to someone@example.org' };
    expect(personalDetailsIn(texts, false)).toEqual({
      kind: 'personal-details',
      found: [{ field: 'text', kinds: ['email'] }]
    });
    expect(personalDetailsIn(texts, true)).toBeNull();
  });
});
