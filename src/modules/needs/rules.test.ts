import { describe, expect, test } from 'vitest';
import type { FactorId } from '#modules/vocabulary';
import {
  assessmentProblem,
  dueOf,
  registerOrder,
  sharingProblem,
  stepAfter,
  stepsFor,
  withoutUnasked
} from './governance.ts';
import { answeredProblem, meansOf, questionsByStatus, stateOf } from './questions.ts';
import { meansSentence } from './sentences.ts';
import { factorsWithoutSource, figureSources, tellingOf } from './sources.ts';
import type { DataItem, NeedsQuestion } from './kinds.ts';
import { shippedLaw } from '../../../tests/support/law.ts';
import { unsaidOf } from './why.ts';

const today = '2026-11-21';
const factor = (id: string): FactorId => id as FactorId; // made-up names for these rules alone

const law = shippedLaw();

const whole: DataItem = {
  id: 'a',
  title: 'Register of the story group',
  heldWhere: 'The family hub',
  subject: 'identifiable',
  specialCategory: true,
  holder: 'public-authority',
  lawfulBasis: 'public-task',
  recognisedInterest: null,
  askedBy: '',
  specialCondition: 'health-or-social-care',
  shared: true,
  sharedWith: 'The library',
  legalGateway: 'childrens-wellbeing-information-sharing',
  gatewayNote: '',
  agreementReference: 'Agreement 7',
  agreementOn: '2026-01-05',
  agreementCheckedOn: '2026-03-01',
  complaintsContact: 'The hub’s office',
  assessment: 'done',
  assessedOn: '2026-01-06',
  retention: 'One year',
  ownerRole: 'Hub manager',
  reviewOn: '2027-06-30',
  why: 'To plan',
  forWhom: 'The hub',
  usedBy: 'Its staff',
  workCost: 'Five minutes',
  cameOfIt: 'A second group',
  version: 1
};

describe('the steps of the register', () => {
  test('ask everything of special category data', () => {
    expect(stepsFor(whole)).toEqual([
      'what',
      'basis',
      'condition',
      'sharing',
      'assessment',
      'complaints',
      'keeping',
      'purpose'
    ]);
  });

  test('ask which interest it is where the law recognises one', () => {
    const lawfulBasis = 'recognised-legitimate-interest';
    expect(stepsFor({ ...whole, lawfulBasis })).toContain('recognised');
    expect(stepsFor(whole)).not.toContain('recognised');
    const left = { ...whole, recognisedInterest: 'crime', askedBy: 'The police' };
    expect(withoutUnasked(left)).toMatchObject({ recognisedInterest: null, askedBy: '' });
  });

  test('ask no condition where nothing is of a special category', () => {
    expect(stepsFor({ ...whole, specialCategory: false })).not.toContain('condition');
  });

  test('ask of pseudonymous data what they ask of identifiable data', () => {
    expect(stepsFor({ ...whole, subject: 'pseudonymous' })).toEqual(stepsFor(whole));
  });

  test('ask no basis, condition, agreement or assessment where nobody can be told from it', () => {
    expect(stepsFor({ subject: 'none', specialCategory: true })).toEqual([
      'what',
      'keeping',
      'purpose'
    ]);
  });

  test('follow one another to the last', () => {
    expect(stepAfter('basis', { subject: 'identifiable', specialCategory: false })).toBe('sharing');
    expect(stepAfter('what', { subject: 'none', specialCategory: false })).toBe('keeping');
    expect(stepAfter('purpose', whole)).toBeNull();
    expect(stepAfter('condition', { subject: 'none', specialCategory: false })).toBeNull();
  });

  test('take their answers along when they are no longer asked', () => {
    expect(withoutUnasked({ ...whole, subject: 'none' })).toMatchObject({
      specialCategory: false,
      lawfulBasis: null,
      specialCondition: null,
      shared: null,
      agreementReference: '',
      assessment: null,
      retention: 'One year'
    });
    const plain = withoutUnasked({ ...whole, specialCategory: false });
    expect(plain).toEqual({ ...whole, specialCategory: false, specialCondition: null });
  });
});

describe('what a data item owes', () => {
  test('is nothing when everything is said and its review is far off', () => {
    expect(dueOf(whole, today, law)).toEqual([]);
  });

  test.each([
    [{ reviewOn: '2026-11-20' }, 'review-passed'],
    [{ reviewOn: '2026-11-21' }, 'review-soon'],
    [{ reviewOn: '2026-12-21' }, 'review-soon'],
    [{ reviewOn: null }, 'review-not-set'],
    [{ assessment: 'needed' }, 'assessment-outstanding'],
    [{ assessment: null }, 'assessment-unanswered'],
    [{ agreementReference: '', agreementOn: null }, 'agreement-missing'],
    [{ lawfulBasis: null }, 'basis-missing'],
    [{ specialCondition: null }, 'condition-missing'],
    [{ shared: null }, 'sharing-unanswered'],
    [{ holder: null }, 'holder-unanswered'],
    [{ complaintsContact: '' }, 'complaints-missing'],
    [{ agreementCheckedOn: null }, 'agreement-older-than-law'],
    [{ lawfulBasis: 'legitimate-interests' }, 'closed-to-authorities'],
    [{ retention: '' }, 'retention-missing'],
    [{ ownerRole: '' }, 'owner-missing']
  ] as const)('with %j is %s', (change, due) => {
    expect(dueOf({ ...whole, ...change }, today, law)).toEqual([due]);
  });

  // Data (Use and Access) Act 2025, SI 2026/82: in force on 5 February 2026; complaints on 19 June 2026.
  test('is held against the law as it stands on the day', () => {
    const recognised = {
      ...whole,
      holder: 'another-body' as const,
      lawfulBasis: 'recognised-legitimate-interest',
      recognisedInterest: 'safeguarding',
      legalGateway: null,
      agreementOn: '2026-02-05'
    };
    expect(dueOf(recognised, '2026-02-04', law)).toContain('law-not-begun');
    expect(dueOf(recognised, '2026-02-05', law)).toEqual([]);
    expect(dueOf({ ...recognised, recognisedInterest: null }, today, law)).toEqual([
      'recognised-missing'
    ]);
    expect(dueOf({ ...recognised, holder: 'public-authority' }, today, law)).toEqual([
      'closed-to-authorities'
    ]);
    const asked = { ...recognised, recognisedInterest: 'disclosure-for-public-task' };
    expect(dueOf(asked, today, law)).toEqual(['asker-missing']);
    expect(dueOf({ ...whole, complaintsContact: '' }, '2026-06-18', law)).not.toContain(
      'complaints-missing'
    );
    const bases = law.bases.map((one) =>
      one.id === 'public-task' ? { ...one, until: '2026-11-20' } : one
    );
    expect(dueOf(whole, '2026-11-20', { ...law, bases })).toEqual([]);
    expect(dueOf(whole, today, { ...law, bases })).toEqual(['law-ended']);
  });

  test('is not yet the review 31 days before it', () => {
    expect(dueOf({ ...whole, reviewOn: '2026-12-22' }, today, law)).toEqual([]);
  });

  test('is never a basis, an agreement or an assessment where nobody can be told from it', () => {
    const counts = withoutUnasked({ ...whole, subject: 'none' });
    expect(dueOf(counts, today, law)).toEqual([]);
  });

  test('puts the item that owes most first, and what owes nothing last', () => {
    const late = { ...whole, id: 'late', reviewOn: '2026-01-01' };
    const unassessed = { ...whole, id: 'unassessed', assessment: 'needed' as const };
    const ordered = registerOrder([whole, unassessed, late], today, law);
    expect(ordered.map(({ id }) => id)).toEqual(['late', 'unassessed', 'a']);
  });
});

describe('half an answer', () => {
  test('about sharing is refused', () => {
    const sharing = { shared: true, sharedWith: 'X', agreementReference: '', agreementOn: null };
    expect(sharingProblem(sharing)).toBeNull();
    expect(sharingProblem({ ...sharing, sharedWith: '' })).toEqual({ kind: 'shared-with-nobody' });
    expect(sharingProblem({ ...sharing, agreementReference: '7' })).toEqual({
      kind: 'agreement-without-date'
    });
    expect(sharingProblem({ ...sharing, agreementOn: today })).toEqual({
      kind: 'date-without-agreement'
    });
    expect(sharingProblem({ ...sharing, shared: false, sharedWith: '' })).toBeNull();
  });

  test('about an assessment is refused', () => {
    expect(assessmentProblem({ assessment: 'done', assessedOn: null })?.kind).toBe(
      'assessed-without-date'
    );
    expect(assessmentProblem({ assessment: 'needed', assessedOn: null })).toBeNull();
  });
});

const question: NeedsQuestion = {
  id: 'q',
  gap: '',
  question: 'Where do children play?',
  method: 'interview',
  resource: '',
  means: null,
  adjusted: '',
  outcomes: [],
  ages: [],
  answerForm: null,
  expertise: '',
  addsValue: '',
  ownerRole: '',
  dueOn: null,
  factor: null,
  dataSourceId: null,
  finding: '',
  foundOn: null,
  status: 'open',
  version: 1
};

describe('a question of need', () => {
  test.each([
    ['2026-11-20', 'open', 'overdue'],
    ['2026-11-21', 'open', 'due-soon'],
    ['2026-12-21', 'under-way', 'due-soon'],
    ['2026-12-22', 'under-way', 'on-time'],
    [null, 'open', 'no-date'],
    ['2026-01-01', 'answered', 'ended'],
    ['2026-01-01', 'dropped', 'ended']
  ] as const)('wanted by %s and %s is %s', (dueOn, status, state) => {
    expect(stateOf({ dueOn, status }, today)).toBe(state);
  });

  test('stands by status, the earliest date first and no date last', () => {
    const late = { ...question, id: 'late', dueOn: '2026-01-01' };
    const later = { ...question, id: 'later', dueOn: '2027-01-01' };
    const answered = { ...question, id: 'answered', status: 'answered' as const };
    const groups = questionsByStatus([question, answered, later, late]);
    expect(groups.map((group) => [group.status, group.questions.map(({ id }) => id)])).toEqual([
      ['open', ['late', 'later', 'q']],
      ['answered', ['answered']]
    ]);
  });

  test('is not answered while nothing was found', () => {
    expect(answeredProblem('answered', null)).toEqual({ kind: 'answered-without-finding' });
    expect(answeredProblem('answered', question)).toEqual({ kind: 'answered-without-finding' });
    expect(answeredProblem('answered', { finding: 'In the yard' })).toBeNull();
    expect(answeredProblem('dropped', null)).toBeNull();
  });
});

describe('a plan that is to fit the time and money there are', () => {
  const said = (...all: Partial<NeedsQuestion>[]) =>
    meansSentence(meansOf(all.map((one) => ({ ...question, ...one }))));

  test('says how many questions that wait have what they need', () => {
    expect(
      said({ means: 'there' }, { means: 'partly' }, { status: 'under-way' }, { means: 'there' })
    ).toBe(
      'Of 4 questions that wait, 2 have what they need, 1 has part of it and of 1 nobody has said.'
    );
    expect(said({ means: 'missing' })).toBe('Of 1 question that waits, 1 has nothing yet.');
  });

  test('leaves out what is answered or dropped', () => {
    expect(said({ status: 'answered', means: 'there' }, { status: 'dropped' })).toBeNull();
  });
});

describe('the data library', () => {
  const factors = ['talk', 'books', 'homes'].map((id) => ({ id: factor(id) }));
  const source = { factors: [factor('talk')] };

  test('names the factors of which nothing tells', () => {
    const without = factorsWithoutSource(factors, [source], [{ factors: [factor('books')] }]);
    expect(without).toEqual([{ id: 'homes' }]);
  });

  test('shows what tells of one factor, or everything', () => {
    expect(tellingOf([source], 'talk')).toEqual([source]);
    expect(tellingOf([source], 'books')).toEqual([]);
    expect(tellingOf([source], '')).toEqual([source]);
  });

  test('puts figures together by where they come from, published ones first, with the newest day', () => {
    const figure = { plainTitle: 'A', factors: [factor('talk')], kind: 'open', id: '1' } as const;
    const older = new Date('2026-01-01T00:00:00Z');
    const newer = new Date('2026-02-01T00:00:00Z');
    const grouped = figureSources([
      { ...figure, kind: 'own', source: 'A count of ours', updatedAt: null },
      { ...figure, source: 'A department', updatedAt: older },
      { ...figure, id: '2', source: 'A department', updatedAt: newer }
    ]);
    expect(grouped.map((one) => [one.source, one.figures.length, one.updatedAt])).toEqual([
      ['A department', 2, newer],
      ['A count of ours', 1, null]
    ]);
    expect(grouped[0]?.factors).toEqual(['talk']);
  });
});

test('what nobody has said of why something is collected is known', () => {
  expect(unsaidOf(whole)).toEqual([]);
  expect(unsaidOf({ ...whole, workCost: '', cameOfIt: '' })).toEqual(['workCost', 'cameOfIt']);
});
