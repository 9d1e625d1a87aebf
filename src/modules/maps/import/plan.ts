import type { FactorId } from '#modules/vocabulary';
import type {
  Connection,
  ConnectionEnd,
  FactorTie,
  Service,
  ServiceDetails,
  ServiceId
} from '../types.ts';
import { sameName } from './cells.ts';
import type { ImportNote, LeftOut, RefusedRow, Where } from './problems.ts';
import type { ConnectionRow, ImportFile, ServiceRow } from './rows.ts';

/** What an import may change of a service. */
const importedFields = [
  'name',
  'type',
  'tags',
  'organisation',
  'description',
  'ages',
  'stage',
  'whoFor',
  'times',
  'costs',
  'access',
  'url',
  'address',
  'longitude',
  'latitude',
  'source',
  'sourceDate',
  'externalId'
] as const satisfies readonly (keyof ServiceDetails)[];

/** One field of a service that a file changes: what it said, and what it would say. */
export type FieldChange = {
  [Name in (typeof importedFields)[number]]: {
    readonly field: Name;
    readonly before: ServiceDetails[Name];
    readonly after: ServiceDetails[Name];
  };
}[(typeof importedFields)[number]];

export type AddedService = {
  readonly where: Where;
  readonly id: ServiceId;
  readonly details: ServiceDetails;
  readonly factors: readonly FactorId[];
};

export type ChangedService = {
  readonly where: Where;
  readonly id: ServiceId;
  readonly details: ServiceDetails;
  readonly changes: readonly FieldChange[];
  readonly tied: readonly FactorId[];
  readonly untied: readonly FactorId[];
};

export type PlannedConnection = { readonly where: Where; readonly connection: Connection };

/** What a file would do to a place. Nothing has been done yet. */
export type ImportPlan = {
  readonly added: readonly AddedService[];
  readonly changed: readonly ChangedService[];
  readonly unchanged: readonly { readonly where: Where; readonly name: string }[];
  readonly refused: readonly RefusedRow[];
  /** Cells that are not taken while the rest of their row is. */
  readonly leftOut: readonly LeftOut[];
  readonly connections: {
    readonly added: readonly PlannedConnection[];
    readonly changed: readonly PlannedConnection[];
    readonly unchanged: number;
  };
  readonly notes: readonly ImportNote[];
};

/** A service as it would stand, while the rows are gone through one after another. */
type Candidate = {
  readonly id: ServiceId;
  readonly stored: Service | null;
  details: ServiceDetails;
  /** Null while no row has said anything of factors. */
  factors: readonly FactorId[] | null;
  first: Where | null;
  /** How many services the file had named before this one; -1 while it has not been named. */
  turn: number;
};

const emptyDetails: Omit<ServiceDetails, 'name'> = {
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
  sourceDate: ''
};

/**
 * What a file would add, change, leave and refuse. The same file twice changes nothing.
 *
 * Which row is which service: a row with an ID is the service of that ID, here or earlier in the file. Without one it is the service of
 * the same Label and Type where the file has a column Type, and of the same Label otherwise; capitals, spaces and the shape of quotes
 * do not matter. A later row of the same service changes it further.
 * A column that the file lacks changes nothing; an empty cell empties what was there, except for factors, which it leaves.
 * Refuses, row by row: a Label that several services here bear; connections whose end is such a Label, or was refused itself.
 * Assumes: `newId` answers another identifier each time.
 */
export function planImport(
  file: ImportFile,
  here: { readonly services: readonly Service[]; readonly connections: readonly Connection[] },
  newId: () => string
): ImportPlan {
  const index = new Index(here.services);
  const refused: RefusedRow[] = [...file.refused];
  const notes: ImportNote[] = [...file.notes];
  let turns = 0;
  const refusedNames = new Set(file.refusedNames.map(sameName));

  for (const row of file.services) {
    const found = index.find(row);
    if (found === 'several') {
      refused.push({
        where: row.where,
        problems: [{ kind: 'several-called', label: row.label }]
      });
      refusedNames.add(sameName(row.label));
      continue;
    }
    const candidate =
      found ?? index.add(newId() as ServiceId, { ...emptyDetails, name: row.label }); // a fresh identifier
    if (candidate.first !== null) {
      notes.push({ kind: 'repeated-row', where: row.where, first: candidate.first });
    } else if (candidate.stored?.status === 'ended') {
      notes.push({ kind: 'ended-service', where: row.where, label: row.label });
    }
    if (candidate.first === null) {
      candidate.turn = turns;
      turns += 1;
    }
    candidate.first ??= row.where;
    index.change(candidate, {
      ...candidate.details,
      ...row.given,
      name: row.label,
      // A file that we wrote may name a service by our own identifier: that gives it no other ID.
      externalId:
        row.externalId === candidate.id
          ? candidate.details.externalId
          : (row.externalId ?? candidate.details.externalId)
    });
    if (row.factors.length > 0) {
      const before = row.areAllFactors ? [] : tiedSoFar(candidate);
      candidate.factors = [...new Set([...before, ...row.factors])];
    }
  }

  const connections = planConnections(file.connections, here.connections, {
    index,
    newId,
    refused,
    refusedNames,
    notes
  });
  return {
    ...outcomeOf(index),
    refused: inOrder(refused),
    leftOut: file.leftOut,
    connections,
    notes
  };
}

/** Whether a plan would change anything at all. */
export function changesAnything(plan: ImportPlan): boolean {
  const { added, changed, connections } = plan;
  return [added, changed, connections.added, connections.changed].some((list) => list.length > 0);
}

/** The services as they stand so far, found by ID, by Label and Type, and by Label. */
class Index {
  readonly all: Candidate[] = [];
  readonly #byId = new Map<string, Candidate>();
  readonly #byName = new Map<string, Candidate[]>();

  constructor(services: readonly Service[]) {
    for (const service of services) {
      const candidate = { id: service.id, stored: service, factors: null, first: null, turn: -1 };
      this.#enter({ ...candidate, details: detailsOf(service) });
    }
  }

  #enter(candidate: Candidate): Candidate {
    this.all.push(candidate);
    this.#note(candidate);
    return candidate;
  }

  #note(candidate: Candidate): void {
    this.#byId.set(candidate.id, candidate);
    const { name, externalId } = candidate.details;
    if (externalId !== null) this.#byId.set(externalId, candidate);
    const key = sameName(name);
    const called = this.#byName.get(key) ?? [];
    if (!called.includes(candidate)) this.#byName.set(key, [...called, candidate]);
  }

  add(id: ServiceId, details: ServiceDetails): Candidate {
    return this.#enter({ id, stored: null, details, factors: null, first: null, turn: -1 });
  }

  change(candidate: Candidate, details: ServiceDetails): void {
    const before = sameName(candidate.details.name);
    candidate.details = details;
    if (before !== sameName(details.name)) {
      const rest = (this.#byName.get(before) ?? []).filter((one) => one !== candidate);
      this.#byName.set(before, rest);
    }
    this.#note(candidate);
  }

  find(row: ServiceRow): Candidate | 'several' | undefined {
    if (row.externalId !== null) return this.#byId.get(row.externalId);
    const called = this.#byName.get(sameName(row.label)) ?? [];
    const type = sameName(row.given.type ?? '');
    const same = row.hasType ? called.filter((one) => sameName(one.details.type) === type) : called;
    return same.length > 1 ? 'several' : same[0];
  }

  /** The end of a connection, by ID or by Label. */
  end(name: string): Candidate | 'several' | undefined {
    const byId = this.#byId.get(name);
    if (byId !== undefined) return byId;
    const called = this.#byName.get(sameName(name)) ?? [];
    return called.length > 1 ? 'several' : called[0];
  }
}

/** The factors of a service as the rows before have them, or else as it is tied now. */
function tiedSoFar({ factors, stored }: Candidate): readonly FactorId[] {
  return factors ?? stored?.factors.map((tie) => tie.factor) ?? [];
}

function detailsOf(service: Service): ServiceDetails {
  const { id, status, updatedAt, version, factors, ...details } = service;
  void [id, status, updatedAt, version, factors]; // what is not the service's own words
  return details;
}

function outcomeOf(index: Index): Pick<ImportPlan, 'added' | 'changed' | 'unchanged'> {
  const added: AddedService[] = [];
  const changed: ChangedService[] = [];
  const unchanged: { where: Where; name: string }[] = [];
  const named = index.all.filter((one) => one.first !== null);
  for (const one of named.sort((before, after) => before.turn - after.turn)) {
    const { id, stored, details, factors, first } = one;
    if (first === null) continue;
    if (stored === null) {
      added.push({ where: first, id, details, factors: factors ?? [] });
      continue;
    }
    const changes = changesBetween(stored, details);
    const { tied, untied } = tiesBetween(stored.factors, factors);
    if (changes.length + tied.length + untied.length === 0) {
      unchanged.push({ where: first, name: details.name });
    } else {
      changed.push({ where: first, id, details, changes, tied, untied });
    }
  }
  return { added, changed, unchanged };
}

function changesBetween(before: ServiceDetails, after: ServiceDetails): FieldChange[] {
  return importedFields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }) as FieldChange); // the same field on both sides
}

function tiesBetween(
  before: readonly FactorTie[],
  after: readonly FactorId[] | null
): { tied: FactorId[]; untied: FactorId[] } {
  if (after === null) return { tied: [], untied: [] };
  const had = before.map((tie) => tie.factor);
  return {
    tied: after.filter((factor) => !had.includes(factor)),
    untied: had.filter((factor) => !after.includes(factor))
  };
}

type ConnectionContext = {
  readonly index: Index;
  readonly newId: () => string;
  readonly refused: RefusedRow[];
  readonly refusedNames: ReadonlySet<string>;
  readonly notes: ImportNote[];
};

/** Connections are the same when their ends and their type are. */
const connectionKey = (from: ConnectionEnd, to: ConnectionEnd, type: string): string =>
  JSON.stringify([endKey(from), endKey(to), sameName(type)]);
const endKey = (end: ConnectionEnd): string =>
  end.kind === 'service' ? `service ${end.id}` : `name ${sameName(end.name)}`;

function planConnections(
  rows: readonly ConnectionRow[],
  stored: readonly Connection[],
  context: ConnectionContext
): ImportPlan['connections'] {
  const byKey = new Map<string, { connection: Connection; isNew: boolean; where: Where | null }>();
  for (const connection of stored) {
    const key = connectionKey(connection.from, connection.to, connection.type);
    byKey.set(key, { connection, isNew: false, where: null });
  }
  const before = new Map(stored.map((one) => [one.id, one]));
  for (const row of rows) {
    const from = endOf(row.from, row.where, context);
    const ends = row.to.map((name) => endOf(name, row.where, context));
    if (from === null || ends.includes(null)) continue;
    for (const to of ends) {
      if (to === null) continue;
      if (endKey(from) === endKey(to)) {
        context.refused.push({ where: row.where, problems: [{ kind: 'to-itself' }] });
        continue;
      }
      const key = connectionKey(from, to, row.type);
      const known = byKey.get(key);
      const connection: Connection = {
        id: known?.connection.id ?? context.newId(),
        from,
        to,
        type: known?.connection.type ?? row.type,
        direction: row.direction ?? known?.connection.direction ?? 'directed',
        established: row.established ?? known?.connection.established ?? true
      };
      byKey.set(key, { connection, isNew: known?.isNew ?? true, where: row.where });
    }
  }
  const touched = [...byKey.values()].flatMap(({ connection, isNew, where }) =>
    where === null ? [] : [{ where, connection, isNew }]
  );
  const isChanged = ({ connection }: { connection: Connection }) => {
    const was = before.get(connection.id);
    return (
      was !== undefined &&
      (was.direction !== connection.direction || was.established !== connection.established)
    );
  };
  const plain = ({ where, connection }: PlannedConnection) => ({ where, connection });
  return {
    added: touched.filter((one) => one.isNew).map(plain),
    changed: touched.filter((one) => !one.isNew && isChanged(one)).map(plain),
    unchanged: touched.filter((one) => !one.isNew && !isChanged(one)).length
  };
}

/** What an end's name stands for; null when its row was refused for it. */
function endOf(name: string, where: Where, context: ConnectionContext): ConnectionEnd | null {
  const { index, refused, refusedNames, notes } = context;
  const found = index.end(name);
  if (found === 'several') {
    refused.push({ where, problems: [{ kind: 'several-called', label: name }] });
    return null;
  }
  if (found !== undefined) return { kind: 'service', id: found.id };
  if (refusedNames.has(sameName(name))) {
    refused.push({ where, problems: [{ kind: 'end-refused', label: name }] });
    return null;
  }
  notes.push({ kind: 'only-a-name', where, label: name });
  return { kind: 'name', name };
}

/** One entry a row, in the order of the file: connections of one row may be refused one after another. */
function inOrder(refused: readonly RefusedRow[]): RefusedRow[] {
  const byRow = new Map<string, RefusedRow>();
  for (const { where, problems } of refused) {
    const key = JSON.stringify([where.sheet, where.row]);
    const before = byRow.get(key)?.problems ?? [];
    byRow.set(key, { where, problems: [...before, ...problems] });
  }
  return [...byRow.values()];
}
