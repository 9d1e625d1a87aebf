import { describe, expect, test } from 'vitest';
import { answerValues, readAnswer } from './answers.ts';
import { someQuestions } from './builders.ts';

const today = '2026-03-02';
const head = { wantsSupport: 'no', saidBy: 'Head of centre' };
const read = (values: Record<string, string | string[]>) =>
  readAnswer(someQuestions, { ...head, ...values }, today);

describe('what a setting answers', () => {
  test('is what it ticked, with what it said of each', () => {
    const answer = read({
      uses: ['0', '2'],
      'since-0': '9/2024',
      'howOften-0': 'weekly',
      'reach-0': 'most',
      'howWell-0': '3',
      'evidence-0': 'Most families bring the bag back.',
      'transitions-0': ['1'],
      'since-2': '2023',
      wantsSupport: 'yes',
      hinders: 'Time'
    });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        uses: [
          {
            approach: 'Story bags',
            since: '2024-09',
            howOften: 'weekly',
            reach: 'most',
            howWell: 3,
            transitions: ['Nursery to school']
          },
          { approach: 'Home visits', since: '2023', howWell: null }
        ],
        hinders: 'Time',
        wantsSupport: true,
        saidBy: 'Head of centre'
      }
    });
  });

  test('may be none of them, and passes over what stands beside an approach that is not ticked', () => {
    const answer = read({ uses: 'none', 'since-0': 'never mind', 'howWell-1': '99' });
    expect(answer).toMatchObject({ ok: true, value: { uses: [] } });
  });

  test('comes back into the form as it was said', () => {
    const values = {
      uses: ['1'],
      'since-1': '2024-09',
      'forWhom-1': 'Two-year-olds',
      'howOften-1': 'termly',
      'reach-1': 'few',
      'howWell-1': '2',
      'evidence-1': 'Counted',
      'transitions-1': ['0', '1']
    };
    const answer = read(values);
    if (!answer.ok) throw new Error('It fits its questions.');
    expect(answerValues(someQuestions, answer.value)).toEqual({ ...values, ...head, hinders: '' });
  });

  test.each([
    { why: 'nothing is ticked', values: {}, field: 'uses', kind: 'choose-or-none' },
    {
      why: 'none is ticked beside one',
      values: { uses: ['none', '1'] },
      field: 'uses',
      kind: 'none-and-some'
    },
    {
      why: 'an approach is not offered',
      values: { uses: ['3'] },
      field: 'uses',
      kind: 'not-a-choice'
    },
    {
      why: 'a step is not on the scale',
      values: { uses: ['0'], 'howWell-0': '4' },
      field: 'howWell-0',
      kind: 'not-a-choice'
    },
    {
      why: 'a month lies ahead',
      values: { uses: ['0'], 'since-0': '4/2026' },
      field: 'since-0',
      kind: 'not-a-month'
    },
    {
      why: 'a month is none',
      values: { uses: ['0'], 'since-0': '13/2025' },
      field: 'since-0',
      kind: 'not-a-month'
    },
    {
      why: 'support is not said',
      values: { uses: ['none'], wantsSupport: '' },
      field: 'wantsSupport',
      kind: 'support-not-said'
    },
    {
      why: 'nobody says so',
      values: { uses: ['none'], saidBy: ' ' },
      field: 'saidBy',
      kind: 'role-missing'
    },
    {
      why: 'a text is too long',
      values: { uses: ['none'], hinders: 'x'.repeat(1001) },
      field: 'hinders',
      kind: 'too-long'
    },
    {
      why: 'somebody could be found by it',
      values: { uses: ['none'], hinders: 'Ring 01632 960 777' },
      field: 'hinders',
      kind: 'personal-details'
    }
  ])('is refused where $why', ({ values, field, kind }) => {
    expect(read(values)).toMatchObject({ ok: false, error: { [field]: { kind } } });
  });
});
