import { describe, expect, test } from 'vitest';
import type { FormValues } from '#core/form-state';
import { readAnswers } from './answers.ts';
import { consentTemplate } from './consent.ts';
import { owedBySurveys } from './owed.ts';
import { passageWords, runsOf, sentencesOf } from './passages.ts';
import { daysProblem, missingIn, moved, networkOf, stateOf } from './rules.ts';
import { missingSentence, sampleSentence, tallySentence } from './sentences.ts';
import { countTheme, themesByFactor } from './theme-counts.ts';
import type { Survey, SurveyQuestion } from './kinds.ts';
import type { QuestionKind } from './types.ts';

const survey: Survey = {
  id: 's',
  title: 'Songs',
  askedBy: 'Fernhollow',
  why: 'To plan',
  whatNext: 'We read it in May',
  forWhom: 'parents',
  contact: 'the hub',
  saidBy: 'parent',
  closesOn: '2026-05-10',
  keepUntil: '2027-05-31',
  consent: 'You choose.',
  consentNumber: 1,
  needsQuestionId: null,
  status: 'open',
  token: 'abc',
  openedOn: '2026-04-13',
  closedOn: null,
  answersRemovedOn: null,
  madeUp: true,
  version: 2
};
const question = (over: Partial<SurveyQuestion> & { kind: QuestionKind }): SurveyQuestion => ({
  id: 'q',
  surveyId: 's',
  text: 'What?',
  hint: '',
  options: ['A', 'B', 'C'],
  required: false,
  version: 1,
  ...over
});

describe('how a survey stands', () => {
  test.each([
    { over: { status: 'draft' }, today: '2026-06-01', state: 'draft' },
    { over: {}, today: '2026-05-10', state: 'open' },
    { over: {}, today: '2026-05-11', state: 'past-date' },
    { over: { status: 'closed' }, today: '2026-05-01', state: 'closed' },
    {
      over: { status: 'closed', answersRemovedOn: '2026-06-01' },
      today: '2026-06-02',
      state: 'removed'
    }
  ] as const)('is $state on $today', ({ over, today, state }) => {
    expect(stateOf({ ...survey, ...over }, today)).toBe(state);
  });
});

describe('before a survey is opened', () => {
  test('what is missing is named, a last day in the past too', () => {
    const bare = { ...survey, why: '', keepUntil: null };
    expect(missingIn(bare, 0, '2026-05-11')).toEqual(['why', 'closesOn', 'keepUntil', 'questions']);
    expect(missingIn(survey, 1, '2026-05-10')).toEqual([]);
    expect(missingSentence(['why', 'questions'])).toBe(
      'To be open, it needs why you ask and at least one question.'
    );
  });

  test.each([
    { keepUntil: '2026-05-09', problem: { kind: 'kept-too-short' } },
    { keepUntil: '2026-05-10', problem: null },
    { keepUntil: '2029-05-10', problem: null },
    { keepUntil: '2029-05-11', problem: { kind: 'kept-too-long' } }
  ])('answers kept until $keepUntil', ({ keepUntil, problem }) => {
    expect(daysProblem({ closesOn: '2026-05-10', keepUntil })).toEqual(problem);
  });

  test('a question moves one place, and stays at either end', () => {
    const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const ids = (id: string, way: 'up' | 'down') =>
      moved(list, id, way)
        .map((one) => one.id)
        .join('');
    expect([ids('b', 'up'), ids('b', 'down'), ids('a', 'up'), ids('c', 'down')]).toEqual([
      'bac',
      'acb',
      'abc',
      'abc'
    ]);
  });
});

describe('answers that a form brings', () => {
  const readOne = (
    kind: QuestionKind,
    typed: string | string[],
    over: Partial<SurveyQuestion> = {}
  ) => {
    const values: FormValues = { 'q-q': typed };
    const answer = readAnswers([question({ kind, ...over })], values);
    return answer.ok ? (answer.value['q'] ?? null) : answer.error['q-q']?.kind;
  };

  test.each([
    ['one', '2', 2],
    ['one', '3', 'not-a-choice'],
    ['one', '-1', 'not-a-choice'],
    ['scale', '', null],
    ['several', ['2', '0', '2'], [0, 2]],
    ['several', ['0', 'x'], 'not-a-choice'],
    ['people', ' 3 ', 3],
    ['people', '31', 'not-a-number'],
    ['people', '2.5', 'not-a-number'],
    ['short', ' after tea ', 'after tea'],
    ['short', 'x'.repeat(201), 'answer-too-long'],
    ['long', 'Line\r\nline', 'Line\nline'],
    ['long', 'My NHS number is 943 476 5919', 'personal-details-in-answer'],
    ['long', '   ', null]
  ] as const)('%s: %j is read as %j', (kind, typed, read) => {
    expect(readOne(kind, typeof typed === 'string' ? typed : [...typed])).toEqual(read);
  });

  test('must be there where they are required', () => {
    expect(readOne('one', '', { required: true })).toBe('answer-missing');
  });
});

describe('what was said, sentence by sentence', () => {
  test('ends where a capital, a figure or an opening mark follows, and at the end of a line', () => {
    expect(
      sentencesOf('We sing. “He laughs!” Then, e.g. at tea, no.\n\n7 of us. Why?').map(
        (one) => one.text
      )
    ).toEqual(['We sing.', '“He laughs!”', 'Then, e.g. at tea, no.', '7 of us.', 'Why?']);
    expect(sentencesOf('One.\nTwo.').map((one) => one.paragraph)).toEqual([0, 1]);
    expect(sentencesOf('')).toEqual([]);
  });

  test('neighbours that were ticked are one passage', () => {
    expect(runsOf([4, 1, 2, 2])).toEqual([
      { first: 1, last: 2 },
      { first: 4, last: 4 }
    ]);
    expect(passageWords('One. Two. Three.', { first: 1, last: 2 })).toBe('Two. Three.');
  });
});

describe('a theme', () => {
  const passages = [
    { id: '1', voiceId: 'a', themeId: 't', first: 0, last: 0 },
    { id: '2', voiceId: 'a', themeId: 't', first: 2, last: 3 },
    { id: '3', voiceId: 'b', themeId: 't', first: 0, last: 0 },
    { id: '4', voiceId: 'b', themeId: 'u', first: 1, last: 1 }
  ];
  const voices = [
    { id: 'a', saidBy: 'parent' },
    { id: 'b', saidBy: 'practitioner' }
  ] as const;

  test('counts pieces, and the sources they come from', () => {
    expect(countTheme('t', passages, voices)).toEqual({
      pieces: 3,
      sources: 2,
      bySpeaker: [
        { speaker: 'parent', sources: 1 },
        { speaker: 'practitioner', sources: 1 }
      ]
    });
  });

  test('stands at its factors with a quote only once somebody else has looked', () => {
    const factors = ['nutrition'] as never; // a factor of the test's own
    const theme = { id: 't', name: 'Hours', definition: '', factors, version: 1 };
    const quote = {
      id: 'x',
      voiceId: 'a',
      themeId: 't',
      words: 'At ten in the morning',
      saidBy: 'parent',
      madeBy: 'One',
      madeById: '1',
      madeOn: '2026-05-01',
      checkedBy: null,
      checkedOn: null,
      version: 1
    } as const;
    const at = (checkedOn: string | null) =>
      [...themesByFactor([theme], passages, voices, [{ ...quote, checkedOn }]).values()][0]?.[0];
    expect(at(null)).toMatchObject({ name: 'Hours', pieces: 3, sources: 2, quote: null });
    expect(at('2026-05-02')?.quote).toEqual({ words: 'At ten in the morning', saidBy: 'parent' });
    const unheard = themesByFactor([{ ...theme, id: 'v' }], passages, voices, []);
    expect(unheard.size).toBe(0);
  });
});

test('what surveys owe comes by its weight: removal, closing, coding, closing soon', () => {
  const closed: Survey = { ...survey, id: 'c', status: 'closed', keepUntil: '2026-05-01' };
  const late: Survey = { ...survey, id: 'l', closesOn: '2026-05-01' };
  const soon: Survey = { ...survey, id: 'n', closesOn: '2026-05-16' };
  const later: Survey = { ...survey, id: 'z', closesOn: '2026-05-17' };
  const voices = [{ surveyId: 'c', codingDone: false, erasedOn: null }];
  const owed = owedBySurveys([soon, later, late, closed], voices, new Set(), '2026-05-02');
  expect(owed.map((one) => `${one.id} ${one.owed}`)).toEqual([
    'c to-remove',
    'l to-close',
    'c to-code',
    'n closes-soon'
  ]);
});

test('sentences beside results say what a sample cannot tell', () => {
  expect(sampleSentence({ responses: 34 }, 'parent')).toMatch(
    /^This is what 34 parents and carers said/
  );
  expect(sampleSentence({ responses: 34 }, 'parent')).not.toContain('so few');
  expect(sampleSentence({ responses: 12 }, 'parent')).toContain('so few');
  expect(tallySentence({ labels: ['A', 'B'], counts: [3, 3], answered: 6 }, false)).toBe(
    '“A” and “B” were chosen most often: 3 of 6 who answered.'
  );
});

test('the consent says who asks, in four short paragraphs', () => {
  expect(consentTemplate('Fernhollow').split('\n\n')).toHaveLength(4);
  expect(consentTemplate('Fernhollow')).toMatch(/^Fernhollow asks/);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['not said', 'not said']
])('%s stands for the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
