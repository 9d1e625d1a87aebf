import { readFileSync } from 'node:fs';
import { documentProblems } from '#core/written-document';
import { describe, expect, test } from 'vitest';
import { arrangementsDocument, policiesTable } from './arrangement-documents.ts';
import {
  arrangementGaps,
  arrangementLines,
  policyWords,
  type Arrangements
} from './arrangement-sentences.ts';
import {
  activitiesAsText,
  activitiesFromText,
  policyProblem,
  policyState
} from './arrangements.ts';
import type { GovernancePart, LegalFormRecord, PartnerPolicy } from './kinds.ts';
import { partNames } from './labels.ts';
import { governanceParts, policies, type GovernancePartName } from './types.ts';

const today = '2026-11-30';

const somePart = (
  part: GovernancePartName,
  more: Partial<GovernancePart> = {}
): GovernancePart => ({
  id: `part-${part}`,
  part,
  doneBy: 'Chair',
  groupIds: [],
  how: 'At each meeting',
  gap: '',
  nextStep: '',
  ownerRole: '',
  source: '',
  version: 1,
  ...more
});

const someForm = (more: Partial<LegalFormRecord> = {}): LegalFormRecord => ({
  id: 'form',
  activities: [{ activity: 'Buying training', arrangement: 'one body buys' }],
  form: 'memorandum',
  why: '',
  leadBody: '',
  backbone: '',
  agreedOn: '2026-04-28',
  agreedBy: '',
  reference: '',
  ownerRole: '',
  reviewedOn: null,
  review: '',
  reviewBy: '2027-05-10',
  source: '',
  version: 1,
  ...more
});

const somePolicy = (more: Partial<PartnerPolicy> = {}): PartnerPolicy => ({
  id: 'policy',
  bodyId: 'council',
  policy: 'insurance',
  standing: 'seen',
  seenOn: '2026-05-06',
  validUntil: null,
  seenBy: '',
  note: '',
  version: 1,
  ...more
});

const council = { id: 'council', title: 'The council' };

/** Everything that is asked for, of one partner. */
const whole: Arrangements = {
  parts: governanceParts.map((part) => somePart(part)),
  form: someForm(),
  commitments: [
    {
      id: 'commitment',
      bodyId: 'council',
      commitment: 'One coordinator',
      aimIds: [],
      agreedOn: null,
      agreedBy: '',
      reference: '',
      standing: 'kept',
      note: '',
      reviewedOn: null,
      reviewBy: null,
      source: '',
      version: 1
    }
  ],
  policies: policies.map((policy) => somePolicy({ policy })),
  bodies: [council]
};

const nothing: Arrangements = { parts: [], form: null, commitments: [], policies: [], bodies: [] };
const said = (all: Arrangements) => arrangementGaps(all, today).map(({ text }) => text);

test('the round about governance asks about each function and feature, in the words of the page', () => {
  // The pack's shape is tested where instruments are read.
  const pack = JSON.parse(
    readFileSync('content/instruments/governance/instrument.json', 'utf8')
  ) as {
    dimensions: { elements: { id: string; title: string }[] }[];
  };
  const elements = pack.dimensions.flatMap((one) => one.elements);
  expect(elements.map(({ id, title }) => [id, title])).toEqual(
    governanceParts.map((part) => [part, partNames[part]])
  );
});

describe('headline activities', () => {
  test('are read one a line, parted at the first colon, and written the same', () => {
    const text = 'Buying training: one body buys: for all\n\n Song mornings \n';
    const read = activitiesFromText(text);
    expect(read).toEqual([
      { activity: 'Buying training', arrangement: 'one body buys: for all' },
      { activity: 'Song mornings', arrangement: '' }
    ]);
    expect(activitiesFromText(activitiesAsText(read))).toEqual(read);
  });
});

describe('a policy of a partner', () => {
  const given = { standing: 'seen', seenOn: '2026-05-06', validUntil: null, note: '' } as const;

  test.each([
    ['seen on a day', {}, null],
    ['seen on no day', { seenOn: null }, { kind: 'seen-missing' }],
    ['seen tomorrow', { seenOn: '2026-12-01' }, { kind: 'seen-ahead' }],
    ['ended before it was seen', { validUntil: '2026-05-05' }, { kind: 'ends-before-seen' }],
    [
      'asked for and yet seen',
      { standing: 'asked-for' },
      { kind: 'seen-without-being-seen', field: 'seenOn' }
    ],
    [
      'asked for and yet with an end',
      { standing: 'asked-for', seenOn: null, validUntil: '2027-05-05' },
      { kind: 'seen-without-being-seen', field: 'validUntil' }
    ],
    [
      'not needed, without a reason',
      { standing: 'not-needed', seenOn: null },
      { kind: 'not-needed-without-reason' }
    ],
    ['not needed, with one', { standing: 'not-needed', seenOn: null, note: 'Holds no data' }, null]
  ] as const)('%s', (_, changed, problem) => {
    expect(policyProblem({ ...given, ...changed }, today)).toEqual(problem);
  });

  // 60 days from 30 November 2026 is 29 January 2027.
  test.each([
    [null, 'seen'],
    ['2026-11-29', 'ended'],
    ['2026-11-30', 'ends-soon'],
    ['2027-01-29', 'ends-soon'],
    ['2027-01-30', 'seen']
  ] as const)('that ends on %s is %s', (validUntil, state) => {
    expect(policyState(somePolicy({ validUntil }), today)).toBe(state);
  });

  test('of which nothing is written down is not seen', () => {
    expect(policyState(undefined, today)).toBe('not-seen');
    expect(policyWords('not-seen', null)).toBe('Not seen');
  });
});

describe('what is missing of governance', () => {
  test('is nothing where all that is asked for is there', () => {
    expect(said(whole)).toEqual([]);
  });

  test('is said of an empty place in sentences that each lead to a form or a page', () => {
    const gaps = arrangementGaps(nothing, today);
    expect(gaps.map(({ text }) => text)).toEqual([
      'Nobody is named for 5 of the 5 functions: “Planning and delivery are driven”, “Partners stand by what they agreed”, “Partners have the policies they need”, “Risk is managed” and “Results are watched and judged together”.',
      'It is not said how 4 of the 4 features show: “Accountable to children and families first”, “Many agencies, and families”, “Whoever gives has a say” and “Decisions can be seen”.',
      'The legal form is not written down.',
      'No partner body is listed in the plan.'
    ]);
    for (const { path } of gaps) expect(path).toMatch(/^\/plan\//);
  });

  test.each<[string, Partial<Arrangements>, string]>([
    [
      'a function that nobody sees to',
      { parts: whole.parts.map((one) => (one.part === 'risk' ? { ...one, doneBy: '' } : one)) },
      'Nobody is named for 1 of the 5 functions: “Risk is managed”.'
    ],
    [
      'a gap without a next step',
      {
        parts: whole.parts.map((one) => (one.part === 'equity' ? { ...one, gap: 'No vote' } : one))
      },
      'Something is missing in “Whoever gives has a say”, and no next step is named.'
    ],
    [
      'a form that nobody agreed',
      { form: someForm({ agreedOn: null }) },
      'It is not said when the legal form was agreed.'
    ],
    [
      'no activity by which the form could be judged',
      { form: someForm({ activities: [] }) },
      'No headline activity is listed, so nobody can say whether the form fits.'
    ],
    [
      'an activity without an arrangement',
      { form: someForm({ activities: [{ activity: 'Press', arrangement: '' }] }) },
      '1 headline activity has no arrangement named.'
    ],
    [
      'no next review',
      { form: someForm({ reviewBy: null }) },
      'No day is named on which the arrangements are looked at again.'
    ],
    [
      'a review that is late',
      { form: someForm({ reviewBy: '2026-11-29' }) },
      'The arrangements were to be looked at again by 29 November 2026.'
    ],
    [
      'a partner without a commitment',
      { commitments: [] },
      'No commitment is written down of The council.'
    ],
    [
      'a commitment that is not kept',
      { commitments: whole.commitments.map((one) => ({ ...one, standing: 'not-kept' as const })) },
      '1 commitment is not kept.'
    ],
    [
      'a commitment nobody looked at again',
      { commitments: whole.commitments.map((one) => ({ ...one, reviewBy: '2026-11-29' })) },
      '1 commitment was to be looked at again by now.'
    ],
    [
      'policies that were not seen, that were asked for, and that have ended',
      {
        policies: [
          somePolicy({ policy: 'safeguarding' }),
          somePolicy({ policy: 'insurance', validUntil: '2026-11-01' }),
          somePolicy({ policy: 'complaints', standing: 'asked-for', seenOn: null }),
          somePolicy({ policy: 'equality', standing: 'not-needed', seenOn: null, note: 'Because' })
        ]
      },
      'The council: data protection and complaints are not seen; insurance has ended.'
    ],
    ['no policy at all', { policies: [] }, 'The council: no policy is seen.']
  ])('names %s', (_, changed, sentence) => {
    expect(said({ ...whole, ...changed })).toEqual([sentence]);
  });
});

describe('governance as a strategy prints it', () => {
  test('names form, functions and commitments, and nothing of what is missing or not kept', () => {
    const { form, ...rest } = whole;
    const broken = rest.commitments.map((one) => ({ ...one, standing: 'not-kept' as const }));
    const group = { id: 'board', title: 'The board' };
    const parts = [somePart('risk', { groupIds: ['board'] }), somePart('equity')];
    const lines = arrangementLines({ ...rest, form, parts, commitments: broken }, [group]);
    expect(lines.map(({ text, note }) => [text, note])).toEqual([
      ['Legal form: a memorandum of understanding', 'Agreed 28 April 2026.'],
      ['Risk is managed: Chair and The board', 'At each meeting'],
      ['The council: One coordinator', '']
    ]);
  });
});

describe('governance to take away', () => {
  const named = { groups: [], aims: [], sureness: [] };

  test.each([
    ['whole', whole],
    ['empty', nothing]
  ])('is a sound document where it is %s', (_, all) => {
    const written = arrangementsDocument({ ...all, ...named }, { place: 'Fernhollow', today });
    expect(documentProblems(written)).toEqual([]);
    const headings = written.blocks.flatMap((one) => (one.kind === 'heading' ? [one.text] : []));
    expect(headings.includes('What is missing')).toBe(all === nothing);
  });

  test('names next steps as such', () => {
    const parts = [somePart('risk', { gap: 'No list', nextStep: 'Write one' })];
    const tables = arrangementsDocument(
      { ...whole, parts, ...named },
      { place: 'Fernhollow', today }
    ).blocks.flatMap((one) => (one.kind === 'table' ? [one] : []));
    const risk = tables[0]?.rows.find(([what]) => what === partNames.risk);
    expect(risk?.[2]).toBe('No list\nNext: Write one');
  });

  test('lists every policy of every partner, also those that were not seen', () => {
    const rows = policiesTable([council], [somePolicy()], today);
    expect(rows).toHaveLength(1 + policies.length);
    expect(rows.find(([, policy]) => policy === 'Equality')?.slice(0, 3)).toEqual([
      'The council',
      'Equality',
      'Not seen'
    ]);
  });
});
