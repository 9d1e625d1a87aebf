import { field, kind, type RecordOf } from '#modules/records';
import type { AgeId, FactorId } from '#modules/vocabulary';
import type { StageOfSupport } from './stages.ts';
import type { ServiceId, StageId } from './types.ts';

export const offerKinds = ['service', 'approach', 'programme'] as const;
export type OfferKind = (typeof offerKinds)[number];
export const offerKindNames: Readonly<Record<OfferKind, string>> = {
  service: 'Service',
  approach: 'Approach',
  programme: 'Programme'
};

/** How one comes to an offer at one stage of support, and where one moves from there. */
export const offerKind = kind('supportOffer', {
  name: 'maps.offer',
  permission: 'services:edit',
  title: 'title',
  order: [{ words: 'title' }, 'id'],
  words: {
    one: 'offer',
    add: 'Add an offer at a stage',
    addButton: 'Add the offer',
    added: 'The offer is on the map.',
    change: 'Change this offer',
    changed: 'The offer is saved.',
    remove: 'Take this offer off the map',
    removal: 'A listed service stays listed, and stays at its own stage. The history stays.',
    removed: 'The offer is off the map.'
  },
  fields: {
    kind: field.oneOf({
      label: 'What it is',
      options: offerKinds,
      names: offerKindNames,
      hints: {
        service: 'Families come to it, or it comes to them',
        approach: 'A way of working that settings share',
        programme: 'Set sessions for a group, or a course'
      },
      needed: 'Say whether it is a service, an approach or a programme'
    }),
    serviceId: field.recordOrNone<ServiceId>({
      label: 'Which listed service',
      hint: 'Its name, ages and factors come from the list',
      of: { table: 'service', title: 'name' },
      placeholder: 'None of them'
    }),
    title: field.line({
      label: 'Name of the offer',
      hint: 'Where it is none of the listed services',
      most: 200
    }),
    stage: field.offered({ label: 'At which stage', needed: 'Choose a stage' }),
    entryDecidedBy: field.line({
      label: 'Who decides entry',
      hint: 'A role or a group',
      most: 200
    }),
    threshold: field.text({ label: 'Threshold', hint: 'What has to be so before it is offered' }),
    capacity: field.line({ label: 'Capacity', hint: 'Such as “24 families at a time”', most: 200 }),
    waiting: field.line({
      label: 'Waiting',
      hint: 'Such as “six weeks in October 2026”. Say as of when',
      most: 200
    }),
    movesUpTo: field.line({ label: 'When more is needed, on to', most: 300 }),
    movesDownTo: field.line({ label: 'When less is needed, on to', most: 300 }),
    ages: field.ages({
      label: 'Ages of the children',
      hint: 'Where it is none of the listed services'
    }),
    factors: field.factors({
      label: 'Factors it addresses',
      hint: 'Where it is none of the listed services'
    }),
    settingKinds: field.ticks({ label: 'Kinds of setting it reaches' }),
    note: field.text({ label: 'Note' })
  }
});
export type OfferRecord = RecordOf<typeof offerKind>;

export type OfferProblem =
  | { readonly kind: 'nameless-offer' }
  | { readonly kind: 'no-such-stage' }
  | { readonly kind: 'offer-there' };

export function explainOffer(problem: OfferProblem): { field: string; sentence: string } {
  switch (problem.kind) {
    case 'nameless-offer':
      return { field: 'title', sentence: 'Choose a listed service, or give the offer a name.' };
    case 'no-such-stage':
      return { field: 'stage', sentence: 'Choose one of the stages of this place.' };
    case 'offer-there':
      return {
        field: 'stage',
        sentence: 'This service is on the map at this stage already. Change it there.'
      };
  }
}

/** A service on offer, as far as the map from universal to intensive is concerned. */
export type StagedService = {
  readonly id: ServiceId;
  readonly name: string;
  readonly organisation: string;
  readonly ages: readonly AgeId[];
  readonly stage: StageId | null;
  readonly factors: readonly FactorId[];
};

/** Something that is there for families at one stage. */
export type Offer = {
  readonly name: string;
  readonly kind: OfferKind;
  readonly organisation: string;
  readonly stage: string;
  readonly ages: readonly AgeId[];
  readonly factors: readonly FactorId[];
  readonly settingKinds: readonly string[];
  readonly serviceId: ServiceId | null;
  /** What is known of entry and moves; null where only the list of services says that it is there. */
  readonly record: OfferRecord | null;
};

/**
 * Every offer at its stage: each service on offer at the stage of the list, and each record at its own. A record of a listed service has its
 * name, ages and factors from there; where it stands at the service's own stage, both are one offer.
 * Assumes: `services` are those on offer; a record of one that has ended is left out.
 */
export function offersOf(
  services: readonly StagedService[],
  records: readonly OfferRecord[]
): readonly Offer[] {
  const byId = new Map(services.map((one) => [one.id, one]));
  const told = new Set(records.map(({ serviceId, stage }) => `${serviceId ?? ''} ${stage}`));
  const listed = services.flatMap(({ id, stage, ...service }): Offer[] =>
    stage === null || told.has(`${id} ${stage}`)
      ? []
      : [{ ...service, kind: 'service', stage, settingKinds: [], serviceId: id, record: null }]
  );
  const recorded = records.flatMap((record): Offer[] => {
    const { kind: what, stage, serviceId, settingKinds } = record;
    if (serviceId === null) {
      const { title: name, ages, factors } = record;
      return [
        {
          name,
          kind: what,
          organisation: '',
          stage,
          ages,
          factors,
          settingKinds,
          serviceId,
          record
        }
      ];
    }
    const service = byId.get(serviceId);
    if (service === undefined) return [];
    const { name, organisation, ages, factors } = service;
    return [
      { name, kind: what, organisation, stage, ages, factors, settingKinds, serviceId, record }
    ];
  });
  return [...listed, ...recorded].toSorted((one, other) =>
    one.name.localeCompare(other.name, 'en-GB')
  );
}

/** The services of which neither the list nor a record here says a stage: they stand nowhere on the map. */
export function withoutStage(
  services: readonly StagedService[],
  records: readonly OfferRecord[]
): readonly StagedService[] {
  const told = new Set(records.map(({ serviceId }) => serviceId));
  return services.filter(({ id, stage }) => stage === null && !told.has(id));
}

const counted = (count: number) => `${count} ${count === 1 ? 'offer' : 'offers'}`;
/** From so many offers on a stage may be called crowded. */
const fewestCrowded = 3;

/**
 * What the map says, in sentences: stages with nothing, factors without anything at the universal stage, and crowding. A stage is crowded
 * where at least three offers stand on it, more than twice as many as on the universal stage: our own rule, in place of a judgement.
 */
export function supportSentences(
  stages: readonly StageOfSupport[],
  offers: readonly Offer[],
  factorName: (factor: FactorId) => string
): { readonly gaps: readonly string[]; readonly crowding: readonly string[] } {
  const at = (id: string) => offers.filter(({ stage }) => stage === id);
  const gaps = stages.flatMap(({ id, name }, index) =>
    at(id).length === 0 ? [`No offer at stage ${index + 1} (${name}).`] : []
  );
  const universal = stages.find(({ isUniversal }) => isUniversal);
  if (universal === undefined) return { gaps, crowding: [] };
  const thin = at(universal.id).length;
  const factors = [...new Set(offers.flatMap((one) => one.factors))];
  const withoutUniversal = factors
    .map((factor) => ({ factor, all: offers.filter((one) => one.factors.includes(factor)) }))
    .filter(({ all }) => thin > 0 && !all.some(({ stage }) => stage === universal.id))
    .map(
      ({ factor, all }) =>
        `${factorName(factor)}: nothing at the universal stage, ${counted(all.length)} at other stages.`
    );
  const crowding = stages.flatMap(({ id, name, isUniversal }) => {
    const count = at(id).length;
    if (isUniversal || count < fewestCrowded || count <= 2 * thin) return [];
    return [
      `${counted(count)} at “${name}”, and ${thin === 0 ? 'none' : counted(thin)} at the universal stage.`
    ];
  });
  return { gaps: [...gaps, ...withoutUniversal], crowding };
}

/** How many offers address each factor at each stage; factors that nothing addresses are left out. */
export function factorMatrix(
  stages: readonly StageOfSupport[],
  offers: readonly Offer[],
  factors: readonly FactorId[]
): readonly { readonly factor: FactorId; readonly counts: readonly number[] }[] {
  return factors
    .map((factor) => ({
      factor,
      counts: countsOf(
        stages,
        offers.filter((one) => one.factors.includes(factor))
      )
    })) // prettier-ignore
    .filter(({ counts }) => counts.some((count) => count > 0));
}

/** How many offers reach each kind of setting at each stage; kinds that none is said to reach are left out. */
export function settingSpread(
  stages: readonly StageOfSupport[],
  offers: readonly Offer[],
  kinds: readonly string[]
): readonly { readonly kind: string; readonly counts: readonly number[] }[] {
  return kinds
    .map((one) => ({
      kind: one,
      counts: countsOf(
        stages,
        offers.filter((offer) => offer.settingKinds.includes(one))
      )
    })) // prettier-ignore
    .filter(({ counts }) => counts.some((count) => count > 0));
}

/** How many of the offers stand at each stage, in the order of the stages. */
export function countsOf(
  stages: readonly StageOfSupport[],
  offers: readonly Offer[]
): readonly number[] {
  return stages.map(({ id }) => offers.filter(({ stage }) => stage === id).length);
}

/** The map as a table to take away, one offer at one stage a row, from the most general. */
export function offersTable(
  stages: readonly StageOfSupport[],
  offers: readonly Offer[],
  names: { age(id: AgeId): string; factor(id: FactorId): string; setting(kind: string): string }
): string[][] {
  const { labels } = offerKind;
  return [
    [
      'Stage', 'Name of the stage', 'Offer', labels.kind, 'Organisation', labels.entryDecidedBy, labels.threshold, labels.capacity,
      labels.waiting, labels.movesUpTo, labels.movesDownTo, labels.ages, labels.factors, labels.settingKinds, labels.note
    ],
    ...stages.flatMap(({ id, name: stage }, index) =>
      offers
        .filter((one) => one.stage === id)
        .map(({ name, kind: what, organisation, record, ages, factors, settingKinds }) => [
          String(index + 1), stage, name, offerKindNames[what], organisation, record?.entryDecidedBy ?? '', record?.threshold ?? '',
          record?.capacity ?? '', record?.waiting ?? '', record?.movesUpTo ?? '', record?.movesDownTo ?? '', ages.map(names.age).join('; '),
          factors.map(names.factor).join('; '), settingKinds.map(names.setting).join('; '), record?.note ?? ''
        ])
    )
  ]; // prettier-ignore
}
