import { readFileSync } from 'node:fs';
import {
  readDecisionTree,
  readSpine,
  walk,
  type ActionKindId,
  type DecisionTree,
  type FactorId,
  type OutcomeId,
  type TreeAnswer
} from '#modules/vocabulary';
import { describe, expect, test } from 'vitest';
import {
  answered,
  balanceOf,
  pathInWords,
  reasonQuoting,
  remarksOn,
  servingProblem,
  sprawlOf
} from './rules.ts';
import { kindReasons, kindsInWords, remarkSentence, sprawlSentence } from './sentences.ts';
import type { Decision, DecisionStep } from './types.ts';

function json(file: string): unknown {
  return JSON.parse(readFileSync(`content/${file}`, 'utf8'));
}

function spine() {
  const read = readSpine(json('spine/early-years/spine.json'));
  if (!read.ok) throw new Error('the spine does not read');
  return read.value;
}

function tree(): DecisionTree {
  const read = readDecisionTree(json('plans/decision-tree/tree.json'), spine());
  if (!read.ok) throw new Error('the tree does not read');
  return read.value;
}

const said = (question: string, answer: string): TreeAnswer => ({ question, answer });
const yes = (question: string) => said(question, 'yes');
const no = (question: string) => said(question, 'no');

/** Reach, quality of delivery, effect and cost, answered in that order. */
function asHoped(...replies: readonly ('yes' | 'no' | 'cannot-tell')[]): TreeAnswer {
  const aspects = ['reach', 'quality', 'impact', 'cost'].map((aspect, index) => ({
    aspect,
    answer: replies[index] ?? 'yes'
  }));
  const isPoor = replies.includes('no');
  const answer = isPoor ? 'some-no' : replies.includes('cannot-tell') ? 'unclear' : 'all-yes';
  return { question: 'works-as-hoped', answer, aspects };
}

describe('the rule of thumb', () => {
  test.each([
    { outcomes: 0, factors: 0, sprawl: { outcomes: 'none', factors: 'none' } },
    { outcomes: 1, factors: 2, sprawl: { outcomes: 'fits', factors: 'few' } },
    { outcomes: 2, factors: 5, sprawl: { outcomes: 'fits', factors: 'fits' } },
    { outcomes: 3, factors: 6, sprawl: { outcomes: 'many', factors: 'many' } }
  ])('sees $outcomes outcomes and $factors factors', ({ outcomes, factors, sprawl }) => {
    expect(sprawlOf(outcomes, factors)).toEqual(sprawl);
  });

  test('says nothing where the choice fits, and one sentence for each side that does not', () => {
    expect(sprawlSentence(sprawlOf(2, 4), { outcomes: 2, factors: 4 })).toBeNull();
    expect(sprawlSentence(sprawlOf(3, 7), { outcomes: 3, factors: 7 })).toMatch(
      /^3 outcomes .*7 factors /
    );
  });
});

/**
 * Early Learning Communities Toolkit (2019), section 3.4, statement by statement; the ends that are ours stand last.
 */
describe('a walk through the decision tree', () => {
  const inPlace = yes('practice-in-place');
  const notInPlace = no('practice-in-place');
  test.each([
    {
      says: 'strong evidence that fits makes a case to implement',
      way: [notInPlace, said('evidence', 'strong'), yes('fits-here')],
      kinds: ['implement']
    },
    {
      says: 'practice in place that is not as hoped makes a case to improve',
      way: [inPlace, asHoped('yes', 'yes', 'yes', 'no'), said('better-practice', 'none')],
      kinds: ['improve']
    },
    {
      says: 'a poor course in place does not bar a strong programme that fits better',
      way: [inPlace, asHoped('no'), said('better-practice', 'strong')],
      kinds: ['improve', 'implement']
    },
    {
      says: 'innovation may be considered where nothing is in place',
      way: [notInPlace, said('evidence', 'none'), yes('innovation-warranted')],
      kinds: ['innovate']
    },
    {
      says: 'innovation may be considered where practice with evidence does not fit',
      way: [notInPlace, said('evidence', 'strong'), no('fits-here'), yes('innovation-warranted')],
      kinds: ['innovate']
    },
    {
      says: 'and where it does not fit beside practice that is not as hoped',
      way: [
        inPlace,
        asHoped('yes', 'no'),
        said('better-practice', 'does-not-fit'),
        yes('something-new-beside')
      ],
      kinds: ['improve', 'innovate']
    },
    {
      says: 'thin evidence alone does not call for innovation',
      way: [notInPlace, said('evidence', 'none'), no('innovation-warranted')],
      kinds: ['re-prioritise', 'gather-evidence']
    },
    {
      says: 'mixed evidence is an answer',
      way: [notInPlace, said('evidence', 'mixed'), yes('fits-here')],
      kinds: ['implement']
    },
    {
      says: 'what does well in all four is sustained',
      way: [inPlace, asHoped('yes', 'yes', 'yes', 'yes')],
      kinds: ['sustain-and-monitor']
    },
    {
      says: 'what nobody can tell is found out first',
      way: [inPlace, asHoped('yes', 'cannot-tell')],
      kinds: ['gather-evidence']
    }
  ])('$says', ({ way, kinds }) => {
    expect(walk(tree(), way)).toMatchObject({
      ok: true,
      value: { kind: 'result', actionKinds: kinds }
    });
  });

  // The statements of the toolkit (section 3.4) and those that are ours, held to every walk there is.
  test('ends, on every way through, where what was answered makes a case', () => {
    const replies = ['yes', 'no', 'cannot-tell'] as const;
    const allOfFour = replies.flatMap((a) =>
      replies.flatMap((b) => replies.flatMap((c) => replies.map((d) => asHoped(a, b, c, d))))
    );
    type Way = readonly TreeAnswer[];
    const whole = tree();
    const ends: { way: Way; kinds: readonly string[] }[] = [];
    const follow = (way: Way): void => {
      const at = walk(whole, way);
      if (!at.ok) throw new Error(JSON.stringify(way));
      if (at.value.kind === 'result') ends.push({ way, kinds: at.value.actionKinds });
      else if (at.value.kind === 'aspects') for (const step of allOfFour) follow([...way, step]);
      else {
        const { id, answers } = at.value;
        for (const { answer } of answers) follow([...way, said(id, answer)]);
      }
    };
    follow([]);
    expect(ends.length).toBeGreaterThan(400);
    for (const { way, kinds } of ends) {
      const answerTo = (question: string) => way.find((one) => one.question === question)?.answer;
      const four = way.find(({ aspects }) => aspects !== undefined)?.aspects ?? [];
      const isPoor = four.some(({ answer }) => answer === 'no');
      const better = answerTo('better-practice');
      const isKnown = ['strong', 'mixed'].includes(answerTo('evidence') ?? '');
      const fits = isKnown && answerTo('fits-here') === 'yes';
      const mayInvent =
        (better === 'does-not-fit' && answerTo('something-new-beside') === 'yes') ||
        (answerTo('practice-in-place') === 'no' &&
          (answerTo('evidence') === 'none' || answerTo('fits-here') === 'no') &&
          answerTo('innovation-warranted') === 'yes');
      const expected = {
        improve: isPoor,
        implement: fits || better === 'strong' || better === 'mixed',
        innovate: mayInvent,
        'sustain-and-monitor': four.length === 4 && four.every(({ answer }) => answer === 'yes'),
        're-prioritise': answerTo('innovation-warranted') === 'no'
      };
      const found = Object.fromEntries(
        Object.keys(expected).map((kind) => [kind, kinds.some((one) => one === kind)])
      );
      expect({ way, found }).toEqual({ way, found: expected });
      // Whoever cannot tell somewhere is told to find out, unless another answer makes the case by itself.
      const made = Object.values(expected).some(Boolean);
      if (!made) expect(kinds).toContain('gather-evidence');
    }
  });

  test('begins from a chosen factor: it does not ask again whether the factor matters', () => {
    expect(walk(tree(), [])).toMatchObject({ value: { id: 'practice-in-place' } });
    expect(tree().premise).toMatch(/chosen/);
  });

  test('offers a third answer at every question', () => {
    for (const node of tree().nodes) {
      if (node.kind === 'question') expect(node.answers.length, node.id).toBeGreaterThan(2);
      if (node.kind === 'aspects') expect(node.replies['cannot-tell']).not.toBe('');
    }
  });

  test('refuses a question out of turn, an answer that does not exist, and an aspect left out', () => {
    expect(walk(tree(), [yes('fits-here')])).toEqual({
      ok: false,
      error: { kind: 'unknown-question', question: 'fits-here' }
    });
    const unknown = { ok: false, error: { kind: 'unknown-answer' } };
    expect(walk(tree(), [said('practice-in-place', 'perhaps')])).toMatchObject(unknown);
    const whole = asHoped('yes');
    const short = { ...whole, aspects: whole.aspects?.slice(1) ?? [] };
    expect(walk(tree(), [inPlace, short])).toMatchObject(unknown);
    expect(walk(tree(), [inPlace, { ...whole, answer: 'some-no' }])).toMatchObject(unknown);
  });

  test('is told in the words of the tree, aspect by aspect, and earlier walks in theirs', () => {
    const path = [asHoped('no', 'cannot-tell'), no('matters-here')];
    const words = pathInWords(
      tree(),
      path.map((step) => ({ ...step, reason: 'So' }))
    );
    expect(words.map(({ answer }) => answer)).toEqual([
      'No, not in all four (Reach: no; Quality of delivery: cannot tell; Effect: yes; Cost: yes)',
      'No'
    ]);
    expect(words[1]?.ask).toBe(
      'Does evidence, general or local, say that this factor matters here?'
    );
  });
});

describe('a walk that is kept on the way', () => {
  const step = (answer: TreeAnswer): DecisionStep => ({ ...answer, reason: 'So' });
  const nothing = { steps: [], answered: 0 };

  test('grows answer by answer, and refuses a question that is not the next', () => {
    const one = answered(tree(), nothing, step(no('practice-in-place')));
    expect(one).toMatchObject({ ok: true, value: { answered: 1 } });
    expect(answered(tree(), nothing, step(yes('fits-here')))).toMatchObject({ ok: false });
  });

  test('finds the turn that the aspects make by itself', () => {
    const kept = { steps: [step(yes('practice-in-place'))], answered: 1 };
    const given = { ...step(asHoped('yes', 'no')), answer: 'by-aspect' };
    expect(answered(tree(), kept, given)).toMatchObject({
      value: { steps: [{}, { answer: 'some-no' }] }
    });
  });

  test('offers what was answered after the question one went back to, while it is still asked', () => {
    const steps = [no('practice-in-place'), said('evidence', 'mixed'), yes('fits-here')].map(step);
    const gone = { steps, answered: 1 };
    expect(answered(tree(), gone, step(said('evidence', 'strong')))).toMatchObject({
      value: { answered: 2, steps: [{}, { answer: 'strong' }, { question: 'fits-here' }] }
    });
    const other = answered(tree(), gone, step(said('evidence', 'none')));
    expect(other).toMatchObject({ value: { answered: 2 } });
    expect(other.ok && other.value.steps).toHaveLength(2);
  });

  test('begins again where the tree no longer has its questions', () => {
    const old = { steps: [step(yes('matters-here'))], answered: 1 };
    expect(answered(tree(), old, step(no('practice-in-place')))).toMatchObject({
      value: { answered: 1 }
    });
  });
});

const ids = ['implement', 'improve', 'innovate'] as ActionKindId[]; // ids of the spine
const kept = (...kinds: readonly string[]) => ({
  kinds: kinds.map((actionKind) => ({ actionKind: actionKind as ActionKindId, reason: 'So' })) // ids of the spine
});

test('the balance counts factors by kind of action, one under each of its kinds, undecided last', () => {
  const decided = (...kinds: readonly string[]) => ({
    decision: kept(...kinds) as unknown as Decision // its other parts are not read
  });
  const chosen = [
    decided('improve', 'implement'),
    { decision: null },
    decided('improve'),
    decided('implement')
  ];
  expect(balanceOf(chosen, ids)).toEqual([
    { actionKind: 'implement', factors: 2 },
    { actionKind: 'improve', factors: 2 },
    { actionKind: null, factors: 1 }
  ]);
});

test('several kinds of action are said in one line, each with its own reason', () => {
  const names = {
    actionKind: (id: ActionKindId) =>
      ({ improve: 'Improve', implement: 'Implement' })[id as string] ?? id
  };
  expect(kindsInWords(null, names)).toBeNull();
  expect(kindsInWords(kept('improve', 'implement'), names)).toBe('Improve, and implement');
  expect(kindReasons(kept('improve'), names)).toBe('So');
  expect(kindReasons(kept('improve', 'implement'), names)).toBe('Improve: So Implement: So');
});

/** Early Learning Communities Toolkit (2019), section 3.3, action 4 and its reflective questions. */
describe('what to look at again in a choice', () => {
  // Ids of the spine.
  const outcome = (id: string, ...ages: readonly string[]) => ({
    outcome: id as OutcomeId,
    ages: ages as never[]
  });
  const factor = (id: string, over: object = {}) => ({
    factor: id as FactorId,
    acts: 'directly' as const,
    serves: [],
    followsEvidence: null,
    mattersHere: null,
    withinReach: null,
    ...over
  });
  const through = (...serves: readonly string[]) => ({ acts: 'through-another', serves });
  const talk = factor('play-and-verbal-exchanges');
  const speech = outcome('communication', 'months-8-36');
  const remarks = (outcomes: (typeof speech)[], factors: (typeof talk)[]) =>
    remarksOn(outcomes, factors, spine()).map(({ kind }) => kind);

  test('is nothing where a primary outcome has an age and an indirect factor serves a direct one', () => {
    const mood = factor('parent-mental-health', through('play-and-verbal-exchanges'));
    expect(remarks([speech], [talk, mood])).toEqual([]);
    expect(remarks([], [])).toEqual([]);
  });

  test.each([
    {
      what: 'foundation-chosen',
      outcomes: [outcome('physical-health', 'months-8-36')],
      factors: [talk]
    },
    { what: 'outcome-without-age', outcomes: [outcome('literacy')], factors: [talk] },
    {
      what: 'not-said-how-it-acts',
      outcomes: [speech],
      factors: [talk, factor('nutrition', { acts: null })]
    },
    {
      what: 'serves-no-chosen-factor',
      outcomes: [speech],
      factors: [talk, factor('parent-stress', through('parenting-practices'))]
    },
    {
      what: 'answered-no',
      outcomes: [speech],
      factors: [factor('play-and-verbal-exchanges', { withinReach: 'no' })]
    }
  ])('is said: $what', ({ what, outcomes, factors }) => {
    expect(remarks(outcomes, factors as (typeof talk)[])).toEqual([what]);
  });

  test('no direct factor is said once it is known how each acts', () => {
    const stress = factor('parent-stress', through('parent-mental-health'));
    const mood = factor('parent-mental-health', through('parent-stress'));
    expect(remarks([speech], [stress, mood] as (typeof talk)[])).toEqual(['no-direct-factor']);
    const unsaid = factor('nutrition', { acts: null });
    expect(remarks([speech], [stress, mood, unsaid] as (typeof talk)[])).not.toContain(
      'no-direct-factor'
    );
  });

  test('reads as a sentence with the names of the spine', () => {
    const names = {
      outcome: (id: string) => id,
      age: String,
      factor: (id: string) =>
        ({ nutrition: 'Nutrition', 'parent-stress': 'Parent stress' })[id] ?? id,
      actionKind: String
    };
    const factors = ['nutrition', 'parent-stress'] as FactorId[]; // ids of the spine
    expect(remarkSentence({ kind: 'not-said-how-it-acts', factors }, names)).toBe(
      'Nobody has said how nutrition and parent stress act on the outcome: directly, or through another factor.'
    );
  });

  test('a factor acts through others only where it does not act directly, and never through itself', () => {
    const serves = ['play-and-verbal-exchanges'];
    expect(servingProblem('nutrition', { acts: 'directly', serves })).toEqual({
      kind: 'serves-though-direct'
    });
    expect(servingProblem('nutrition', { acts: 'through-another', serves: ['nutrition'] })).toEqual(
      {
        kind: 'serves-itself'
      }
    );
    expect(servingProblem('nutrition', { acts: 'through-another', serves })).toBeNull();
  });
});

describe('a reason that quotes what was noticed', () => {
  test('keeps its own words first, and nothing is added where nothing is quoted', () => {
    expect(reasonQuoting('Parents named it.', [])).toBe('Parents named it.');
    expect(reasonQuoting('Parents named it.', ['“Dark by four.” (Health visitor)'])).toBe(
      'Parents named it. Noticed here: “Dark by four.” (Health visitor)'
    );
  });
});
