import { describe, expect, test } from 'vitest';
import { FactorWords } from '../suggest.ts';
import { fewWords } from './builders.ts';
import { csvCells, draftOf } from './read-samples.server.ts';
import { beginDraft, carryOn, stepOf, type ImportDraft } from './draft.ts';
import { matchingProblems } from './file-tables.ts';

const begun = (text: string) => draftOf([csvCells(text)]);
const words = new FactorWords(fewWords.factors);
const further = (draft: ImportDraft, said: Parameters<typeof carryOn>[1]) =>
  carryOn(draft, said, fewWords, words);

describe('a file', () => {
  test('of our own form goes to its preview by itself', () => {
    expect(stepOf(begun('Label,Ages\nHub,months-0-11\n'))).toBe('preview');
  });

  test('of a directory waits for somebody to look at its columns', () => {
    const draft = begun('Service name,Provider\nHub,Council\n');
    expect(stepOf(draft)).toBe('columns');
    expect(stepOf(further(draft, { matchings: draft.matchings }))).toBe('preview');
  });

  test('in which no column can be the name asks which it is', () => {
    const draft = begun('Wer,Was\nHub,Tea\n');
    expect(stepOf(draft)).toBe('columns');
    expect(draft.matchings).toEqual([{ kind: 'services', uses: [null, null] }]);
    expect(matchingProblems(draft.tables ?? [], draft.matchings)).toEqual([
      { kind: 'no-name', table: 0 }
    ]);
    expect(further(draft, { takesGuesses: true }).file).toBeNull();
    const told = further(draft, { matchings: [{ kind: 'services', uses: ['label', 'more'] }] });
    expect(told.file?.services).toMatchObject([
      { label: 'Hub', given: { description: 'Was: Tea' } }
    ]);
  });

  test('with dates in digits asks in which order they are, unless the column says', () => {
    const draft = begun('Label,Source date\nA,01/02/2024\nB,03/04/2024\n');
    expect(draft.open).toEqual([
      { kind: 'dates', text: 'Source date', heading: 'Source date', count: 2, guess: null, sample: '01/02/2024' }
    ]); // prettier-ignore
    const datesOf = (means: string[]) =>
      further(draft, { meanings: [{ kind: 'dates', text: 'Source date', means }] }).file?.services.map(
        ({ given }) => given.sourceDate
      ); // prettier-ignore
    expect(datesOf(['month-first'])).toEqual(['2024-01-02', '2024-03-04']);
    expect(datesOf(['day-first'])).toEqual(['2024-02-01', '2024-04-03']);
    expect(datesOf([])).toEqual([undefined, undefined]);
    expect(begun('Label,Source date\nA,01/02/2024\nB,31/03/2024\n').open).toEqual([]);
  });

  test('with words that are not ours asks once for each, those that nobody can tell first', () => {
    const draft = begun(
      'Label,Ages,Factors\nA,under 1,Kindness\nB,under 1,Healthy eating\nC,Adults,\n'
    );
    expect(draft.open).toEqual([
      { kind: 'factor', text: 'Kindness', heading: 'Factors', count: 1, guess: null },
      { kind: 'age', text: 'Adults', heading: 'Ages', count: 1, guess: null },
      { kind: 'age', text: 'under 1', heading: 'Ages', count: 2, guess: ['months-0-11'] },
      { kind: 'factor', text: 'Healthy eating', heading: 'Factors', count: 1, guess: ['nutrition'] }
    ]);
    expect(stepOf(draft)).toBe('words');
    const told = further(draft, {
      meanings: [
        { kind: 'factor', text: 'kindness', means: ['play-and-verbal-exchanges'] },
        { kind: 'age', text: 'Adults', means: [] },
        { kind: 'age', text: 'Under 1', means: ['months-0-11', 'months-8-36'] },
        { kind: 'factor', text: 'Healthy eating', means: ['nowhere'] }
      ]
    });
    expect(told.file?.services.map(({ given, factors }) => [given.ages, factors])).toEqual([
      [['months-0-11', 'months-8-36'], ['play-and-verbal-exchanges']],
      [['months-0-11', 'months-8-36'], []],
      [[], []]
    ]);
    expect(told.file?.leftOut).toEqual([]);
  });

  test('of headings that were matched before is matched so again, and its words are known', () => {
    const first = further(begun('Wer,Alter\nHub,Kinder\n'), {
      matchings: [{ kind: 'services', uses: ['label', 'ages'] }],
      meanings: [{ kind: 'age', text: 'Kinder', means: ['months-0-11'] }]
    });
    const { tables, notes } = begun('WER,alter\nTots,kinder\n');
    const [matching] = first.matchings;
    if (matching === undefined || tables === null) throw new Error('One table was read.');
    const again = beginDraft(
      { kind: 'tables', tables, notes },
      { matchings: { 'wer|alter': matching }, meanings: first.meanings }
    );
    expect(further(again, {}).file?.services).toMatchObject([
      { label: 'Tots', given: { ages: ['months-0-11'] } }
    ]);
  });

  test('may not have its name said of two columns, though two may make an address', () => {
    const { tables } = begun('Service name,Activity,Town,Postcode\na,b,c,d\n');
    const uses = ['label', 'label', 'address', 'address'] as const;
    expect(matchingProblems(tables ?? [], [{ kind: 'services', uses }])).toEqual([
      { kind: 'field-twice', table: 0, column: 1, heading: 'Activity' }
    ]);
  });

  test('of a format of its own needs no columns', () => {
    const service = {
      where: { sheet: '', row: 1 },
      texts: [
        { field: 'label', text: 'Hub', heading: 'name', at: 'name' },
        { field: 'ages', text: 'under 1', heading: 'ages', at: 'ages' }
      ] as const
    };
    const content = {
      kind: 'found',
      found: { services: [service], connections: [], notes: [] }
    } as const;
    const draft = further(beginDraft(content, { matchings: {}, meanings: [] }), {
      takesGuesses: true
    });
    expect(draft.file?.services).toMatchObject([
      { label: 'Hub', given: { ages: ['months-0-11'] } }
    ]);
  });
});
