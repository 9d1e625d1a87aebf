import { expect, test } from 'vitest';
import { areaDifferences } from './area-sentences.ts';
import type { AreaUptake } from './member-uptake.ts';

const bodies = [
  { id: 'a', name: 'Angus' },
  { id: 'd', name: 'Dundee' },
  { id: 'p', name: 'Perth and Kinross' },
  { id: 'f', name: 'Fife' }
];
const uptake = (bodyId: string, more: Partial<AreaUptake>): AreaUptake => ({
  id: bodyId,
  bodyId,
  uptake: 'adopted',
  reason: '',
  localTitle: '',
  differs: '',
  localLead: '',
  accountableTo: '',
  dueOn: null,
  progress: '',
  isGoodPractice: false,
  goodPractice: '',
  source: '',
  own: null,
  ...more
});

test('how areas differ is said in sentences, each way of taking it up together', () => {
  const said = areaDifferences({ dueOn: '2027-03-31' }, bodies, [
    uptake('a', { dueOn: '2027-06-30' }),
    uptake('d', {
      uptake: 'varied',
      localTitle: 'Early start',
      differs: 'Open before eight.',
      reason: 'Shifts begin at seven',
      dueOn: '2027-03-31'
    }),
    uptake('p', { uptake: 'declined', reason: 'No school has room' })
  ]);
  expect(said).toEqual([
    'Angus adopts it as it is.',
    'Dundee has a variant of its own, “Early start”: Open before eight. Why: Shifts begin at seven.',
    'Perth and Kinross does not take part: No school has room.',
    'Fife has not said.',
    'In Angus it is due on 30 June 2027, in the plan of all on 31 March 2027.'
  ]);
});
