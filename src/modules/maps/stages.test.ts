import { describe, expect, test } from 'vitest';
import { stageAt } from './import/builders.ts';
import { explainStageProblem, planStages, usualStages, type StageUse } from './stages.ts';
import type { StageId } from './types.ts';

const [universal, targeted, intensive] = [stageAt(0), stageAt(1), stageAt(2)];
const lines = (...names: string[]) => names.map((name) => ({ name, forWhom: '' }));
const plan = (
  names: readonly string[],
  more: {
    becomes?: Record<string, number>;
    universal?: number;
    use?: readonly (readonly [StageId, StageUse])[];
  } = {}
) =>
  planStages({
    before: usualStages,
    lines: lines(...names),
    universal: more.universal ?? 1,
    becomes: more.becomes ?? {},
    use: new Map(more.use ?? [[targeted, { services: 12, offers: 1 }]])
  });
const sentenceOf = (answer: ReturnType<typeof plan>) => {
  if (answer.ok) throw new Error('It was not refused.');
  const said = explainStageProblem(answer.error);
  return typeof said === 'string' ? said : said.sentence;
};

describe('new stages of support', () => {
  test('keep the identifiers of those with the same name, so nothing moves', () => {
    const answer = plan(['Universal', 'Additional', 'Targeted', 'Intensive']);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        stages: [
          { id: universal, isUniversal: true },
          { id: 'additional', isUniversal: false },
          { id: targeted },
          { id: intensive }
        ],
        moves: []
      }
    });
  });

  test('move what stood on a stage that is taken into another', () => {
    const answer = plan(['Core', 'Universal', 'Intensive'], {
      becomes: { targeted: 3 },
      universal: 2
    });
    expect(answer.ok && answer.value.moves).toEqual([{ from: targeted, to: intensive }]);
  });

  test('rename a stage without moving anything', () => {
    const answer = plan(['Everyone', 'Some', 'Few'], {
      becomes: { universal: 1, targeted: 2, intensive: 3 }
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { stages: [{ id: universal, name: 'Everyone' }, { id: targeted }, { id: intensive }], moves: [] }
    }); // prettier-ignore
  });

  test('never take an identifier that another stage of today has', () => {
    // A stage called “Targeted 2” would be written `targeted-2`; one called “targeted!” would be written as what is there.
    const answer = plan(['Universal', 'Targeted!', 'Intensive'], { use: [] });
    expect(answer.ok && answer.value.stages[1]?.id).toBe('targeted-2');
  });

  test.each([
    [['Universal', 'Intensive'], {}, 'Name three, four or five stages: 2 are named.'],
    [
      ['Universal', 'Extra', 'extra'],
      {},
      'Two stages are called “extra”. Give each a name of its own.'
    ],
    [
      ['Universal', 'Extra', 'Intensive'],
      { universal: 4 },
      'Say which of the named stages is universal.'
    ],
    [
      ['Universal', 'Extra', 'Intensive'],
      {},
      '12 services and 1 offer stand on “Targeted”, and no stage keeps this name. Say which stage it becomes.'
    ],
    [
      ['Universal', 'Extra', 'Intensive', ''],
      { becomes: { targeted: 4 } },
      'Line 4 has no name, so nothing can become it. Name it, or choose another.'
    ]
  ])('are refused: %j %j', (names, more, sentence) => {
    expect(sentenceOf(plan(names, more))).toBe(sentence);
  });

  test('may leave a stage behind on which nothing stands', () => {
    expect(plan(['Universal', 'Extra', 'Intensive'], { use: [] }).ok).toBe(true);
  });
});
