import { describe, expect, test } from 'vitest';
import type { AgeId, FactorId } from '#modules/vocabulary';
import { coverageOf, type CoveringService } from './coverage.ts';
import { stageAt } from './import/builders.ts';
import type { ServiceId, StageId } from './types.ts';

const play = 'play' as FactorId; // made up for the test
const food = 'food' as FactorId; // made up for the test
const babies = 'babies' as AgeId; // made up for the test
const toddlers = 'toddlers' as AgeId; // made up for the test

const service = (
  name: string,
  organisation: string,
  ages: AgeId[],
  stage: StageId | null = null
): CoveringService => ({ id: name as ServiceId, name, organisation, ages, stage }); // made up for the test

const readingOf = (...services: CoveringService[]) => {
  const [row] = coverageOf(
    [play],
    [babies, toddlers],
    services.map((one) => ({ ...one, factor: play }))
  );
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('a factor', () => {
  test('without a service is a gap', () => {
    expect(
      coverageOf([play, food], [babies], [{ ...service('Hub', 'Council', []), factor: play }])
    ).toMatchObject([
      { factor: play, reading: 'one', organisationCount: 1 },
      { factor: food, reading: 'gap', organisationCount: 0, services: [] }
    ]);
  });

  test('with several services of the same ages and stage has an overlap', () => {
    const row = readingOf(
      service('Rhyme Time', 'Libraries', [babies, toddlers]),
      service('Sing and Play', 'Hub', [babies]),
      service('Tots', 'Church', [babies, toddlers])
    );
    expect(row.reading).toBe('overlap');
    expect(row.overlap).toMatchObject({ age: babies, stage: null });
    expect(row.overlap?.services).toHaveLength(3);
    expect(row.organisationCount).toBe(3);
  });

  test('with services for different ages or stages has several, and no overlap', () => {
    expect(readingOf(service('A', 'X', [babies]), service('B', 'x', [toddlers]))).toMatchObject({
      reading: 'several',
      overlap: null,
      organisationCount: 1
    });
    expect(
      readingOf(service('A', '', [babies], stageAt(0)), service('B', '', [babies], stageAt(2)))
    ).toMatchObject({ reading: 'several', organisationCount: 0 });
  });

  test('with services whose ages nobody gave is not said to overlap', () => {
    expect(readingOf(service('A', 'X', []), service('B', 'Y', [])).reading).toBe('several');
  });
});
