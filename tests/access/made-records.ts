import type { World } from '#platform/command';
import type { TestPlace } from '../support/world.ts';
import type { AnyCommand, AnyQuery } from './everything.ts';
import * as v from 'valibot';
import { peopleField } from '#core/form-state';
import { inTransaction } from '#platform/database';

/** Records with a value of its own in every field, made through the commands that add and change them. */

export type Which = 'first' | 'second';
export type Values = Readonly<Record<string, unknown>>;
/** `<module>.<noun>`: its commands are `<module>.add-<noun>` and `<module>.change-<noun>`. */
export type KindName = string;

type Walked = readonly (AnyCommand | AnyQuery)[];
type Schemas = Readonly<Record<string, v.GenericSchema>>;

/** The fields of an input with their schemas; of several inputs put together, all of theirs. */
export function entriesOf(input: unknown): Schemas {
  const { entries, options } = input as { entries?: Schemas; options?: readonly unknown[] }; // a schema describes itself
  if (entries !== undefined) return entries;
  return Object.assign({}, ...(options ?? []).map(entriesOf)) as Schemas;
}

export function commandOf(all: Walked, name: string): AnyCommand {
  const found = all.find((one) => one.name === name);
  if (found?.kind !== 'command') throw new Error(`There is no command ${name}.`);
  return found;
}

export const addOf = (kind: KindName): string => kind.replace('.', '.add-');
export const changeOf = (kind: KindName): string => kind.replace('.', '.change-');

/** The kinds that have both commands. */
export function kindsOf(all: Walked): readonly KindName[] {
  const names = new Set(all.map((one) => one.name));
  return [...names]
    .filter((name) => /\.change-/.test(name))
    .map((name) => name.replace('.change-', '.'))
    .filter((kind) => names.has(addOf(kind)));
}

/** Under which name a command takes the record it changes: `id`, or its noun's. */
export function idField(all: Walked, kind: KindName): string {
  const ofAdd = entriesOf(commandOf(all, addOf(kind)).input);
  const ofChange = Object.keys(entriesOf(commandOf(all, changeOf(kind)).input));
  if (ofChange.includes('id')) return 'id';
  const own = ofChange.filter((name) => name.endsWith('Id') && !(name in ofAdd));
  if (own.length !== 1) throw new Error(`Which of ${own.join(', ')} names a ${kind}?`);
  return own[0] ?? '';
}

/** Fields that name another record, and the kind it is of; a list of one where the field takes several. */
const links: Readonly<Record<string, KindName | readonly [KindName]>> = {
  sectorId: 'actors.sector',
  partOfId: 'actors.actor',
  actionId: 'delivery.action',
  aimId: 'delivery.aim',
  changeIdeaId: 'improvement.change-idea',
  aimIds: ['delivery.aim'],
  boundaryId: 'boundaries.boundary',
  boundaryIds: ['boundaries.boundary'],
  consultationIds: ['decisions.consultation'],
  dataSourceId: 'needs.source',
  decisionId: 'decisions.decision',
  disputeId: 'decisions.dispute',
  fromGroupId: 'groups.group',
  groupId: 'groups.group',
  groupIds: ['groups.group'],
  indicatorId: 'indicators.indicator',
  indicatorIds: ['indicators.indicator'],
  leadGroupId: 'groups.group',
  linkedAims: ['delivery.aim'],
  measureId: 'improvement.measure',
  measureIds: ['improvement.measure'],
  needsQuestionId: 'needs.question',
  paperIds: ['decisions.paper'],
  picked: ['settings.setting'],
  planPriorityId: 'delivery.priority',
  planPriorityIds: ['delivery.priority'],
  proposalId: 'cooperation.proposal',
  outcomeGroupId: 'groups.group',
  programmeId: 'reach.programme',
  projectId: 'improvement.project',
  reportsTo: ['groups.group'],
  sameAs: 'delivery.aim',
  serviceId: 'maps.service',
  sessionId: 'learning.session',
  sponsorGroupId: 'groups.group',
  supportedBy: ['groups.group'],
  toGroupId: 'groups.group',
  supports: ['groups.group'],
  surveyId: 'surveys.survey',
  underId: 'drivers.driver',
  bodyId: 'bodies.body',
  packId: 'checks.pack'
};

/** Fields that hold words of the spine. */
const spine: Readonly<Record<string, Readonly<Record<Which, string | readonly string[]>>>> = {
  factor: { first: 'nutrition', second: 'safe-places-to-play' },
  factorId: { first: 'nutrition', second: 'safe-places-to-play' },
  factors: { first: ['nutrition'], second: ['safe-places-to-play'] },
  factorIds: { first: ['nutrition'], second: ['safe-places-to-play'] },
  outcome: { first: 'communication', second: 'literacy' },
  outcomes: { first: ['communication'], second: ['literacy'] },
  outcomeIds: { first: ['communication'], second: ['literacy'] },
  ages: { first: ['months-0-11'], second: ['months-8-36'] }
};

/** Values that the maker cannot think of by itself; what must exist first is made on the way. */
export type Special = Readonly<
  Record<KindName, Readonly<Partial<Record<Which, Values | ((maker: Maker) => Promise<Values>)>>>>
>;

/** Makes records one after another; each has values that no other has where a field takes any. */
export class Maker {
  readonly #all: Walked;
  readonly #world: World;
  readonly #place: TestPlace;
  readonly #special: Special;
  readonly #made = new Map<string, Promise<string>>();
  #count = 0;

  constructor(all: Walked, { world, place }: { world: World; place: TestPlace }, special: Special) {
    this.#all = all;
    this.#world = world;
    this.#place = place;
    this.#special = special;
  }

  /** A record of a kind that others may name; the same one whenever it is asked for. */
  recordOf(kind: KindName, which: Which): Promise<string> {
    const key = `${kind} ${which}`;
    const made = this.#made.get(key) ?? this.add(kind, which).then(({ id }) => id);
    this.#made.set(key, made);
    return made;
  }

  /** A new record of a kind, and what was sent for each of its fields. */
  async add(kind: KindName, which: Which = 'first'): Promise<{ id: string; sent: Values }> {
    const command = commandOf(this.#all, addOf(kind));
    const sent = await this.valuesFor(kind, command, which);
    const answer = await command.run(
      this.#place.people.coordinator,
      this.#place.id,
      sent,
      this.#world
    );
    if (!answer.ok) {
      throw new Error(
        `No ${kind} could be made of ${JSON.stringify(sent)}: ${JSON.stringify(answer.error)}`
      );
    }
    const { id } = (answer.value ?? {}) as { id?: string };
    return { id: id ?? (await this.#newest()), sent };
  }

  /** The record that was added last, for commands that do not answer which. */
  async #newest(): Promise<string> {
    const settings = { partnershipId: this.#place.id, now: this.#world.clock() };
    const row = await inTransaction(this.#world, settings, 'read', (tx) =>
      tx
        .selectFrom('change')
        .select('recordId')
        .where('partnershipId', '=', this.#place.id)
        .where('action', '=', 'added')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
    );
    return row.recordId;
  }

  /** A value for every field that a command takes, besides the record's own name, its version and the tick. */
  async valuesFor(kind: KindName, command: AnyCommand, which: Which): Promise<Values> {
    const own = idField(this.#all, kind);
    this.#count += 1;
    const values: Record<string, unknown> = {};
    const given = this.#special[kind]?.[which] ?? {};
    const special = typeof given === 'function' ? await given(this) : given;
    for (const [index, [name, schema]] of Object.entries(entriesOf(command.input)).entries()) {
      if (name === peopleField || name === 'version' || name === own) continue;
      values[name] =
        name in special
          ? special[name]
          : await this.#valueFor(kind, { name, index, schema }, which);
    }
    return values;
  }

  async #valueFor(
    kind: KindName,
    { name, index, schema }: { name: string; index: number; schema: v.GenericSchema },
    which: Which
  ): Promise<unknown> {
    const link = links[name];
    if (link !== undefined) {
      const linked = typeof link === 'string' ? link : link[0];
      // A record of the kind itself: the first names none, and the second the first.
      const named =
        linked === kind && which === 'first'
          ? []
          : [await this.recordOf(linked, linked === kind ? 'first' : which)];
      return typeof link === 'string' ? (named[0] ?? '') : named;
    }
    if (spine[name] !== undefined) return spine[name][which];
    const second = which === 'second' ? 1 : 0;
    const day = String(1 + 2 * (index % 13) + second).padStart(2, '0');
    const candidates = [
      `${which} ${name} ${this.#count}`,
      `2026-02-${day}`,
      `https://${which}.example.org/${name}`,
      String(20 + 2 * index + second),
      20 + 2 * index + second,
      ...choicesOf(schema).slice(second),
      second === 0 ? 'yes' : ''
    ];
    const fitting = candidates.find((candidate) => v.safeParse(schema, candidate).success);
    if (fitting === undefined) throw new Error(`What does the field ${name} of ${kind} take?`);
    return fitting;
  }
}

/** The words that a field may be given, where it takes nothing else. */
function choicesOf(schema: unknown): string[] {
  const node = schema as {
    type?: string;
    options?: readonly unknown[];
    wrapped?: unknown;
    item?: unknown;
    pipe?: readonly unknown[];
  }; // a schema describes itself
  if (node.type === 'picklist') return (node.options ?? []).map(String);
  const within = [
    ...(node.pipe ?? []).filter((one) => one !== schema),
    ...(node.wrapped === undefined ? [] : [node.wrapped]),
    ...(node.item === undefined ? [] : [node.item]),
    ...(node.type === 'union' ? (node.options ?? []) : [])
  ];
  return within.flatMap(choicesOf);
}
