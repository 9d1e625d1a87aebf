import { expect, test } from 'vitest';
import {
  agreementSentence,
  inNeedOfAttention,
  partnersSay,
  partnerWordLine,
  type Stance
} from './partner-words.ts';

test('what the partner bodies say is counted in words', () => {
  const said = (...stances: readonly Stance[]) =>
    agreementSentence(stances.map((stance) => ({ stance })));
  expect(said()).toBe('');
  expect(said('agreed')).toBe('1 of 1 partner body agrees.');
  expect(said('declined')).toBe('0 of 1 partner body agrees. Against: 1.');
  expect(said('not-yet', 'not-yet', 'not-yet')).toBe(
    '0 of 3 partner bodies agree. Not said yet: 3.'
  );
  expect(said('agreed', 'with-conditions', 'declined', 'not-yet')).toBe(
    '2 of 4 partner bodies agree, 1 of them with conditions. Against: 1. Not said yet: 1.'
  );
});

test('those against come first, and each says its day, role and conditions', () => {
  const word = { id: '1', body: 'Council', byRole: '', conditions: '', statedOn: null };
  const [agrees, refuses] = [
    { ...word, stance: 'agreed' as const, statedOn: '2026-02-03', byRole: 'Director' },
    { ...word, body: 'Trust', stance: 'declined' as const, conditions: 'No money' }
  ];
  expect(inNeedOfAttention([agrees, refuses])).toEqual([refuses, agrees]);
  expect([agrees, refuses].map(partnerWordLine)).toEqual([
    'Agrees, 3 February 2026. Director',
    'Does not agree. No money'
  ]);
  expect(partnersSay([agrees, refuses])).toBe('Council: Agrees; Trust: Does not agree');
});
