import { describe, expect, test } from 'vitest';
import type { FactorId } from '#modules/vocabulary';
import { bandsPicture, layoutBands } from './bands.ts';
import { fewWords, stageAt } from './import/builders.ts';
import {
  factorMatrix,
  offersOf,
  supportSentences,
  withoutStage,
  type OfferRecord,
  type StagedService
} from './offers.ts';
import { usualStages } from './stages.ts';
import type { ServiceId, StageId } from './types.ts';

const play = 'play-and-verbal-exchanges' as FactorId; // of the few words
const service = (name: string, stage: StageId | null, factors: readonly FactorId[] = []): StagedService => ({
  id: name as ServiceId, // made up for the test
  name,
  organisation: 'Hub',
  ages: [],
  stage,
  factors
}); // prettier-ignore
const record = (given: Partial<OfferRecord>): OfferRecord => ({
  id: 'an offer',
  kind: 'service',
  serviceId: null,
  title: '',
  stage: stageAt(0),
  entryDecidedBy: '',
  threshold: '',
  capacity: '',
  waiting: '',
  movesUpTo: '',
  movesDownTo: '',
  ages: [],
  factors: [],
  settingKinds: [],
  note: '',
  version: 1,
  ...given
});
const say = (offers: ReturnType<typeof offersOf>) =>
  supportSentences(usualStages, offers, (id) => fewWords.factors.find((one) => one.id === id)?.title ?? id); // prettier-ignore

describe('the map from universal to intensive', () => {
  test('misses the services of which nobody said a stage, in the list or on the map', () => {
    const [told, untold] = [service('Told here', null), service('Nobody said', null)];
    const services = [service('Listed', stageAt(0)), told, untold];
    expect(withoutStage(services, [record({ serviceId: told.id })])).toEqual([untold]);
  });

  test('has each service at its own stage once, with what is known of it there, and at further stages', () => {
    const rhymes = service('Rhymes', stageAt(0), [play]);
    const offers = offersOf(
      [rhymes, service('Nobody said', null)],
      [
        record({ serviceId: rhymes.id, stage: stageAt(0), waiting: 'None' }),
        record({ serviceId: rhymes.id, stage: stageAt(1) }),
        record({ kind: 'approach', title: 'Nurture', stage: stageAt(1) }),
        record({ serviceId: 'ended' as ServiceId, stage: stageAt(1) }) // made up for the test
      ]
    );
    expect(offers.map(({ name, stage, record: told }) => [name, stage, told?.waiting])).toEqual([
      ['Nurture', 'targeted', ''],
      ['Rhymes', 'universal', 'None'],
      ['Rhymes', 'targeted', '']
    ]);
    expect(factorMatrix(usualStages, offers, [play])).toEqual([
      { factor: play, counts: [1, 1, 0] }
    ]);
  });

  test('says which stages have nothing, and which factors nothing at the universal stage', () => {
    const offers = offersOf(
      [service('Visits', stageAt(1), [play]), service('Rhymes', stageAt(0))],
      []
    );
    expect(say(offers)).toEqual({
      gaps: [
        'No offer at stage 3 (Intensive).',
        'Play and verbal exchanges: nothing at the universal stage, 1 offer at other stages.'
      ],
      crowding: []
    });
  });

  // By hand: two universal, so four are no crowding and five are.
  test.each([
    { count: 4, crowding: [] },
    { count: 5, crowding: ['5 offers at “Targeted”, and 2 offers at the universal stage.'] }
  ])('calls $count targeted beside two universal crowded: $crowding', ({ count, crowding }) => {
    const services = [
      ...['A', 'B'].map((name) => service(name, stageAt(0))),
      ...Array.from({ length: count }, (_, index) => service(`T${index}`, stageAt(1)))
    ];
    expect(say(offersOf(services, [])).crowding).toEqual(crowding);
  });

  test('calls two offers at a stage crowded beside none, by no means', () => {
    expect(
      say(
        offersOf(
          ['A', 'B'].map((name) => service(name, stageAt(1))),
          []
        )
      ).crowding
    ).toEqual([]);
  });

  test.each([328, 640])(
    'draws one band a stage, the first at the foot, within %i pixels',
    (width) => {
      const [first, , last] = layoutBands(usualStages, [], 'A relational approach', width).bands;
      expect(first?.y).toBeGreaterThan(last?.y ?? Infinity);
      const { bands, height, thread } = layoutBands(
        usualStages,
        [],
        'A relational approach',
        width
      );
      const across = bands.flatMap(({ path }) =>
        [...path.matchAll(/([\d.]+) [\d.]+/g)].map((at) => Number(at[1]))
      );
      expect(Math.min(...across)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...across)).toBeLessThanOrEqual(width);
      expect(thread?.y).toBeLessThan(height);
    }
  );

  test('cuts a name that is too long for its band', () => {
    const long = usualStages.map((one) => ({ ...one, name: 'W'.repeat(60) }));
    expect(layoutBands(long, [], '', 328).bands.map(({ name }) => name.endsWith('…'))).toEqual([
      true,
      true,
      true
    ]);
  });

  test('is a picture to take away, in which an empty stage is dashed and names are escaped', () => {
    const stages = usualStages.map((one) => ({ ...one, name: `${one.name} & more` }));
    const svg = bandsPicture(stages, [], 'A relational approach');
    expect(svg).toContain('<title id="bands-title">From universal to intensive</title>');
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(usualStages.length);
    expect(svg).toContain('&amp; more');
    expect(svg).toContain('Beneath all: A relational approach.');
  });
});
