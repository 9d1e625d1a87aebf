import { describe, expect, test } from 'vitest';
import { supportWords, whoLeads } from './sentences.ts';
import {
  answerProblem,
  isAnswered,
  partOf,
  supportersOf,
  supportProblem,
  withoutDeclined
} from './support.ts';
import type { AimSupport } from './support-kinds.ts';

const support = (groupId: string, given: Partial<AimSupport> = {}): AimSupport => ({
  id: `of ${groupId}`,
  aimId: 'aim',
  groupId,
  what: 'Two parents try each idea first',
  askedOn: '2026-02-02',
  answer: 'asked',
  answeredOn: null,
  answeredBy: '',
  answerReason: '',
  source: '',
  version: 1,
  ...given
});
const aim = {
  id: 'aim',
  lead: '',
  leadGroupId: 'talk',
  supportedBy: ['panel', 'talk', 'health', 'data', 'board']
};
const supports = [
  support('panel', {
    id: 'elsewhere',
    aimId: 'other',
    answer: 'declined',
    answeredOn: '2026-02-09'
  }),
  support('panel', { answer: 'accepted', answeredOn: '2026-02-09', answeredBy: 'Chair' }),
  support('health', { answer: 'declined', answeredOn: '2026-02-10', answerReason: 'No time' }),
  support('data'),
  support('gone', { answer: 'accepted', answeredOn: '2026-02-09' })
];

describe('the groups that support an aim', () => {
  test('are those it names, each with what it gives and answered for this aim', () => {
    expect(supportersOf(aim, supports).map(({ groupId, side }) => [groupId, side])).toEqual([
      ['panel', 'accepted'],
      ['health', 'declined'],
      ['data', 'asked'],
      ['board', 'named']
    ]);
  });

  test('are said to support it only where they accepted, or the plan names them', () => {
    expect(whoLeads(aim, (id) => id, supports)).toEqual([
      'Led by talk',
      'Supported by panel, board',
      'Support asked of data',
      'Support declined by health'
    ]);
  });

  test.each([
    ['talk', 'leads'],
    ['panel', 'supports'],
    ['data', 'supports'],
    ['board', 'supports'],
    ['health', null],
    ['gone', null]
  ])('%s: %s', (group, part) => {
    expect(partOf(group, aim, supports)).toBe(part);
    expect(withoutDeclined(aim, supports).supportedBy.includes(group)).toBe(part === 'supports');
  });

  test.each([
    [null, 'Named in the plan; what it gives is not said yet'],
    [support('data'), 'Asked on 2 February 2026, not answered yet'],
    [support('data', { askedOn: null }), 'Asked, not answered yet'],
    [supports[1] ?? null, 'Accepted on 9 February 2026, Chair'],
    [supports[2] ?? null, 'Declined on 10 February 2026']
  ])('in words', (one, words) => {
    expect(supportWords(one)).toBe(words);
  });
});

describe('support', () => {
  test('is asked of a group that the aim names, never of the one that leads', () => {
    expect(supportProblem({ groupId: 'panel' }, aim)).toBeNull();
    expect(supportProblem({ groupId: 'talk' }, { ...aim, supportedBy: ['talk'] })).toEqual({
      kind: 'leads-it'
    });
    expect(supportProblem({ groupId: 'gone' }, aim)).toEqual({ kind: 'is-no-supporter' });
  });

  test.each([
    [{ answer: 'accepted', answeredOn: '2026-03-01', answerReason: '' }, null],
    [{ answer: 'accepted', answeredOn: '2026-03-02', answerReason: '' }, 'answered-ahead'],
    [{ answer: 'accepted', answeredOn: '2026-02-01', answerReason: '' }, 'answered-before-asked'],
    [{ answer: 'accepted', answeredOn: '2026-02-02', answerReason: '' }, null],
    [{ answer: 'declined', answeredOn: '2026-02-03', answerReason: '' }, 'declined-without-reason'],
    [{ answer: 'declined', answeredOn: '2026-02-03', answerReason: 'No time' }, null]
  ] as const)('is answered: %j', (given, problem) => {
    const found = answerProblem(given, { askedOn: '2026-02-02', today: '2026-03-01' });
    expect(found?.kind ?? null).toBe(problem);
  });

  test('is unanswered where its answer has no day, however it came in', () => {
    expect(isAnswered({ answer: 'accepted', answeredOn: null })).toBe(false);
    expect(isAnswered({ answer: 'asked', answeredOn: '2026-02-10' })).toBe(false);
    expect(isAnswered({ answer: 'declined', answeredOn: '2026-02-10' })).toBe(true);
  });
});
