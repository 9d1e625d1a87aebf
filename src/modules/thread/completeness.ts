import { kindNames, type Actor } from '#modules/actors';
import { askStateNames, plainName, type AskState } from '#modules/maps';

/** Whether the list of services is whole, judged by the map of actors: who is there and offers nothing, who offers something and is not there. */

const byName = new Intl.Collator('en-GB').compare;

export type ActorHere = Pick<
  Actor,
  'id' | 'name' | 'organisation' | 'kind' | 'ring' | 'partOfId' | 'sectorId'
>;
export type AskHere = {
  readonly id: string;
  readonly organisation: string;
  readonly state: AskState;
};
export type Offering = { readonly organisation: string; readonly services: number };

export type WithoutService = {
  readonly actor: ActorHere;
  /** Whether it is asked to list its services, and how far it is; null where it is not. */
  readonly ask: AskHere | null;
};

export type Completeness = {
  readonly actors: number;
  readonly withoutService: readonly WithoutService[];
  readonly withoutActor: readonly Offering[];
  /** Services on offer that name no organisation. */
  readonly unnamed: number;
};

/**
 * Compares actors with the organisations that services name. An actor has a service where one names it, the organisation it stands
 * for, or, in turn, an actor that is part of it. Names are compared without case, marks, "the" and the form of a company, so that
 * another spelling is a second name: somebody has to look at what is listed here.
 * Assumes: actors in the order of their list. Answers them in that order; organisations with most services first, then by name.
 */
export function completenessOf(given: {
  readonly actors: readonly ActorHere[];
  readonly organisations: readonly Offering[];
  readonly unnamed: number;
  readonly asks: readonly AskHere[];
}): Completeness {
  const { actors, unnamed } = given;
  const asks = new Map(given.asks.map((ask) => [plainName(ask.organisation), ask]));
  const offering = new Map<string, Offering>();
  for (const { organisation, services } of given.organisations) {
    const key = plainName(organisation);
    const before = offering.get(key);
    offering.set(key, {
      organisation: before?.organisation ?? organisation,
      services: services + (before?.services ?? 0)
    });
  }
  const namesOf = ({ name, organisation }: ActorHere) =>
    [name, organisation].filter((words) => words.trim() !== '').map(plainName);
  const covered = new Set(
    actors.filter((one) => namesOf(one).some((name) => offering.has(name))).map(({ id }) => id)
  );
  const wholes = new Map(actors.map(({ id, partOfId }) => [id, partOfId]));
  for (const id of [...covered]) {
    // What is part of nothing ends it, and so does whoever has been reached already.
    for (let at = wholes.get(id) ?? null; at !== null && !covered.has(at);) {
      covered.add(at);
      at = wholes.get(at) ?? null;
    }
  }
  const known = new Set(actors.flatMap(namesOf));
  return {
    actors: actors.length,
    withoutService: actors
      .filter(({ id }) => !covered.has(id))
      .map((actor) => ({
        actor,
        ask:
          namesOf(actor)
            .map((name) => asks.get(name) ?? null)
            .find((ask) => ask !== null) ?? null
      })),
    withoutActor: [...offering]
      .filter(([name]) => !known.has(name))
      .map(([, one]) => one)
      .toSorted(
        (one, other) =>
          other.services - one.services || byName(one.organisation, other.organisation)
      ),
    unnamed
  };
}

const actorsWords = (count: number) => (count === 1 ? 'One actor' : `${count} actors`);

/** What the comparison says, in sentences. Empty parts say nothing; where nothing is missing, it says what that rests on. */
export function completenessSentences(view: Completeness): readonly string[] {
  const { actors, withoutService, withoutActor, unnamed } = view;
  if (actors === 0) {
    return ['Nobody is on the map of actors yet, so that the list cannot be compared with it.'];
  }
  const primary = withoutService.filter(({ actor }) => actor.kind === 'primary').length;
  const none = withoutService.filter(({ ask }) => ask?.state === 'none-offered').length;
  const count = withoutService.length;
  const without =
    count === 0
      ? `${actors === 1 ? 'The one actor' : `Each of the ${actors} actors`} on the map has a service here.`
      : `${actorsWords(count)} of the map ${count === 1 ? 'has' : 'have'} no service here, of ${actors}.`;
  const asides = [
    primary === 0
      ? ''
      : `${primary === count ? (count === 1 ? 'It is' : 'All of them are') : `${primary} of them ${primary === 1 ? 'is' : 'are'}`} meant to benefit, and may offer nothing.`,
    none === 0
      ? ''
      : `${none === count ? (count === 1 ? 'It has' : 'All of them have') : `${none} of them ${none === 1 ? 'has' : 'have'}`} said that ${none === 1 ? 'it offers' : 'they offer'} none.`
  ];
  const organisations =
    withoutActor.length === 0
      ? ''
      : withoutActor.length === 1
        ? 'One organisation that offers services is not on the map.'
        : `${withoutActor.length} organisations that offer services are not on the map.`;
  const nameless =
    unnamed === 0
      ? ''
      : `${unnamed === 1 ? 'One service names' : `${unnamed} services name`} no organisation, and cannot be compared.`;
  return [
    [without, ...asides].filter((one) => one !== '').join(' '),
    organisations,
    nameless
  ].filter((sentence) => sentence !== '');
}

/** Both lists as one table to take away. */
export function completenessTable({ withoutService, withoutActor }: Completeness): string[][] {
  return [
    [
      'Who',
      'What is missing',
      'Kind of stakeholder',
      'Ring',
      'Asked to list its services',
      'Services'
    ],
    ...withoutService.map(({ actor, ask }) => [
      actor.name,
      'Is on the map of actors and has no service here',
      actor.kind === null ? '' : kindNames[actor.kind],
      String(actor.ring),
      ask === null ? 'Not asked' : askStateNames[ask.state],
      '0'
    ]),
    ...withoutActor.map(({ organisation, services }) => [
      organisation,
      'Offers services and is not on the map of actors',
      '',
      '',
      '',
      String(services)
    ])
  ];
}
