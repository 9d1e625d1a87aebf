import type { AgeId, FactorId, Spine } from '#modules/vocabulary';
import { usualStages } from '../stages.ts';
import type { ImportSpine } from './meanings.ts';
import type { Connection, Service, ServiceId, StageId } from '../types.ts';

/** Made-up examples for tests of the import. */

const factor = (id: string, title: string) => ({
  id: id as FactorId, // made up for the test
  group: 'parents-and-carers' as Spine['factors'][number]['group'], // made up for the test
  title,
  plainTitle: title,
  description: '',
  moreIs: 'better' as const,
  distance: null,
  distanceSource: null,
  words: id === 'nutrition' ? ['healthy eating'] : []
});
const age = (id: string, title: string, fromMonth: number, toMonth: number) => ({
  id: id as AgeId, // made up for the test
  title,
  plainTitle: title,
  fromMonth,
  toMonth,
  openEnded: false
});

export const fewWords: ImportSpine = {
  stages: usualStages,
  factors: [
    factor('play-and-verbal-exchanges', 'Play and verbal exchanges'),
    factor('nutrition', 'Nutrition'),
    factor('childrens-centres', 'Children’s centres')
  ],
  ages: [age('months-0-11', '0–11 months', 0, 11), age('months-8-36', '8–36 months', 8, 36)]
};

/** One of the usual stages of support, the most general first. */
export function stageAt(index: number): StageId {
  const stage = usualStages[index];
  if (stage === undefined) throw new Error('There is no such stage.');
  return stage.id;
}

let made = 0;
/** A service that is here already. */
export function aService(given: Partial<Service> & { readonly name: string }): Service {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as ServiceId, // made up for the test
    organisation: '',
    description: '',
    type: '',
    tags: [],
    url: '',
    ages: [],
    address: '',
    longitude: null,
    latitude: null,
    stage: null,
    whoFor: '',
    times: '',
    costs: '',
    access: '',
    externalId: null,
    source: '',
    sourceDate: '',
    status: 'active',
    updatedAt: new Date('2026-03-02T10:00:00Z'),
    version: 1,
    factors: [],
    ...given
  };
}

/** Identifiers that tell in which order they were made. */
export function counting(): () => string {
  let count = 0;
  return () => `new-${(count += 1)}`;
}

export const nobodyHere: { services: Service[]; connections: Connection[] } = {
  services: [],
  connections: []
};
