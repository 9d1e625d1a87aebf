import { readFileSync } from 'node:fs';
import {
  readDecisionTree,
  readSpine,
  type ActionKindId,
  type DecisionTree
} from '#modules/vocabulary';
import { describe, expect, test } from 'vitest';
import { balanceOf, pathInWords, reasonQuoting, sprawlOf, walk } from './rules.ts';
import { sprawlSentence } from './sentences.ts';
import type { Decision } from './types.ts';

function json(file: string): unknown {
  return JSON.parse(readFileSync(`content/${file}`, 'utf8'));
}

function tree(): DecisionTree {
  const spine = readSpine(json('spine/early-years/spine.json'));
  if (!spine.ok) throw new Error('the spine does not read');
  const read = readDecisionTree(json('plans/decision-tree/tree.json'), spine.value);
  if (!read.ok) throw new Error('the tree does not read');
  return read.value;
}

const yes = (question: string) => ({ question, answer: 'yes' });
const no = (question: string) => ({ question, answer: 'no' });

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

// The ways of DOMAIN's list, from the question to the kind of action.
describe('a walk through the decision tree', () => {
  test.each([
    { way: [no('matters-here')], end: 're-prioritise' },
    { way: [yes('matters-here'), yes('practice-in-place'), yes('delivered-well')], end: 'sustain' },
    { way: [yes('matters-here'), yes('practice-in-place'), no('delivered-well')], end: 'improve' },
    {
      way: [yes('matters-here'), no('practice-in-place'), yes('strong-evidence'), yes('fits-here')],
      end: 'implement'
    },
    {
      way: [
        yes('matters-here'),
        no('practice-in-place'),
        no('strong-evidence'),
        yes('innovation-warranted')
      ],
      end: 'innovate'
    }
  ])('ends at $end', ({ way, end }) => {
    expect(walk(tree(), way)).toMatchObject({ ok: true, value: { kind: 'result', id: end } });
  });

  test('stands at the next question while it is not finished', () => {
    expect(walk(tree(), [yes('matters-here')])).toMatchObject({
      value: { kind: 'question', id: 'practice-in-place' }
    });
  });

  test('refuses a question out of turn, and an answer that does not exist', () => {
    expect(walk(tree(), [yes('fits-here')])).toEqual({
      ok: false,
      error: { kind: 'unknown-question', question: 'fits-here' }
    });
    expect(walk(tree(), [{ question: 'matters-here', answer: 'perhaps' }])).toEqual({
      ok: false,
      error: { kind: 'unknown-answer', question: 'matters-here' }
    });
  });

  test('is told in the words of the tree', () => {
    const [step] = pathInWords(tree(), [{ ...no('matters-here'), reason: 'Not here' }]);
    expect(step).toMatchObject({ answer: 'No', reason: 'Not here' });
    expect(step?.ask).toMatch(/\?$/);
  });
});

test('the balance counts factors by kind of action, undecided last', () => {
  const kinds = ['implement', 'improve', 'innovate'] as ActionKindId[]; // ids of the spine
  const decided = (kind: string) => ({ decision: { actionKind: kind } as Decision });
  const chosen = [decided('improve'), { decision: null }, decided('improve'), decided('implement')];
  expect(balanceOf(chosen, kinds)).toEqual([
    { actionKind: 'implement', factors: 1 },
    { actionKind: 'improve', factors: 2 },
    { actionKind: null, factors: 1 }
  ]);
});

describe('a reason that quotes what was noticed', () => {
  test('keeps its own words first, and nothing is added where nothing is quoted', () => {
    expect(reasonQuoting('Parents named it.', [])).toBe('Parents named it.');
    expect(reasonQuoting('Parents named it.', ['“Dark by four.” (Health visitor)'])).toBe(
      'Parents named it. Noticed here: “Dark by four.” (Health visitor)'
    );
  });
});
