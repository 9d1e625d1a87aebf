import { err, ok } from '#core/result';
import { lastChangeOf } from '#platform/last-change';
import type { AgeId, FactorId, Spine } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { command, type ChangedMeanwhile } from '#platform/command';
import * as connectionStore from './connections.store.server.ts';
import {
  changedServiceInput,
  newConnectionsInput,
  newServiceInput,
  newServicesInput,
  oneInput,
  tieInput,
  tiesInput,
  untieInput
} from './schema.ts';
import * as store from './services.store.server.ts';
import { modelToSaveBy } from './stages.store.server.ts';
import * as tieStore from './ties.store.server.ts';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import type {
  Connection,
  ConnectionEnd,
  Service,
  ServiceDetails,
  ServiceId,
  StageId
} from './types.ts';

export const noService = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;
const notInSpine = { kind: 'not-in-spine' } as const;
const noSuchStage = { kind: 'no-such-stage' } as const;

type GivenService = Omit<ServiceDetails, 'ages'> & { readonly ages: readonly string[] };
type GivenTie = { readonly factor: string; readonly reason: string };

const hasAll = (known: readonly { readonly id: string }[], wanted: readonly string[]) =>
  wanted.every((id) => known.some((one) => one.id === id));

/** The details with ages of the spine; null where an age or a factor is not in it. */
function inSpine<Given extends GivenService>(
  spine: Spine,
  given: Given,
  ties: readonly GivenTie[] = []
) {
  const isKnown =
    hasAll(spine.ages, given.ages) &&
    hasAll(
      spine.factors,
      ties.map((tie) => tie.factor)
    );
  if (!isKnown) return null;
  return {
    details: { ...given, ages: given.ages as AgeId[] }, // in the spine, as checked above
    ties: ties.map((tie) => ({ ...tie, factor: tie.factor as FactorId })) // in the spine, as checked above
  };
}

/** Whether the place has these stages. They stay until the transaction ends. */
async function hasStages(
  tx: Tx,
  scope: WriteScope,
  wanted: readonly (StageId | null)[]
): Promise<boolean> {
  const named = wanted.filter((stage) => stage !== null);
  if (named.length === 0) return true;
  return hasAll((await modelToSaveBy(tx, scope)).stages, named);
}

/** Adds a service, tied to factors where they are given. */
export const addService = command({
  name: 'maps.add-service',
  needs: 'services:edit',
  input: newServiceInput,
  example: {
    name: 'Rhyme Time',
    organisation: 'Fernhollow Libraries',
    ages: ['months-0-11'],
    factors: [{ factor: 'play-and-verbal-exchanges', reason: 'Parents learn songs to share.' }]
  },
  async run({ scope, input, tx, newId }) {
    const { factors, ...given } = input;
    const known = inSpine(await getSpine(tx), given, factors);
    if (known === null) return err(notInSpine);
    if (!(await hasStages(tx, scope, [given.stage]))) return err(noSuchStage);
    if (given.externalId !== null && (await isTaken(tx, scope, given.externalId, null))) {
      return err({ kind: 'external-id-taken', externalId: given.externalId } as const);
    }
    const id = newId() as ServiceId; // a fresh identifier
    await store.addServices(tx, scope, [{ id, ...known.details }]);
    await tieStore.saveTies(
      tx,
      scope,
      known.ties.map((tie) => ({ ...tie, serviceId: id }))
    );
    return ok({ id, name: given.name });
  }
});

const isTaken = store.hasExternalId;

/** Adds many services at once, each tied to its factors. Answers their ids in the same order. */
export const addServices = command({
  name: 'maps.add-services',
  needs: 'services:import',
  input: newServicesInput,
  example: { services: [{ name: 'Rhyme Time', organisation: 'Fernhollow Libraries' }] },
  async run({ scope, input, tx, newId }) {
    const spine = await getSpine(tx);
    const wanted = input.services.map(({ stage }) => stage);
    if (!(await hasStages(tx, scope, wanted))) return err(noSuchStage);
    const services: store.StoredDetails[] = [];
    const ties: tieStore.StoredTie[] = [];
    const ids = new Set(
      (await store.everyService(tx, scope)).flatMap((one) => one.externalId ?? [])
    );
    for (const { factors, ...given } of input.services) {
      const known = inSpine(spine, given, factors);
      if (known === null) return err(notInSpine);
      if (given.externalId !== null) {
        if (ids.has(given.externalId)) {
          return err({ kind: 'external-id-taken', externalId: given.externalId } as const);
        }
        ids.add(given.externalId);
      }
      const id = newId();
      services.push({ id, ...known.details });
      ties.push(...known.ties.map((tie) => ({ ...tie, serviceId: id })));
    }
    await store.addServices(tx, scope, services);
    await tieStore.saveTies(tx, scope, ties);
    return ok({ ids: services.map((one) => one.id as ServiceId) }); // fresh identifiers
  }
});

/** Changes what is said of a service. */
export const changeService = command({
  name: 'maps.change-service',
  needs: 'services:edit',
  input: changedServiceInput,
  example: { id: noService, name: 'Rhyme Time', organisation: 'Fernhollow Libraries', version: 1 },
  async run({ scope, input, tx }) {
    const { version: expected, ...given } = input;
    const known = inSpine(await getSpine(tx), given);
    if (known === null) return err(notInSpine);
    if (!(await hasStages(tx, scope, [given.stage]))) return err(noSuchStage);
    if (given.externalId !== null && (await isTaken(tx, scope, given.externalId, given.id))) {
      return err({ kind: 'external-id-taken', externalId: given.externalId } as const);
    }
    const version = await store.saveService(tx, scope, known.details, expected);
    if (version !== null) return ok({ version });
    const stored = await store.findService(tx, scope, given.id);
    if (stored === undefined) return err(notFound);
    const changed: ChangedMeanwhile = {
      kind: 'changed-meanwhile',
      theirs: asTyped(stored),
      version: stored.version,
      ...(await lastChangeOf(tx, scope, 'service', given.id))
    };
    return err(changed);
  }
});

/** A service as the form's fields hold it. */
function asTyped(service: Service): ChangedMeanwhile['theirs'] {
  return {
    name: service.name,
    organisation: service.organisation,
    type: service.type,
    tags: service.tags.join('\n'),
    description: service.description,
    ages: [...service.ages],
    stage: service.stage ?? '',
    whoFor: service.whoFor,
    times: service.times,
    costs: service.costs,
    access: service.access,
    url: service.url,
    address: service.address,
    longitude: service.longitude === null ? '' : String(service.longitude),
    latitude: service.latitude === null ? '' : String(service.latitude),
    source: service.source,
    sourceDate: service.sourceDate,
    externalId: service.externalId ?? ''
  };
}

/** Says that a service has ended. It leaves the list and the counts, and stays among the ended ones with its history. */
export const endService = command({
  name: 'maps.end-service',
  needs: 'services:edit',
  input: oneInput,
  example: { id: noService },
  async run({ scope, input, tx }) {
    return (await store.setStatus(tx, scope, input.id, 'ended')) ? ok() : err(notFound);
  }
});

/** Says that an ended service is there again. */
export const resumeService = command({
  name: 'maps.resume-service',
  needs: 'services:edit',
  input: oneInput,
  example: { id: noService },
  async run({ scope, input, tx }) {
    return (await store.setStatus(tx, scope, input.id, 'active')) ? ok() : err(notFound);
  }
});

/** Ties a service to a factor it addresses, with the reason; a tie that is there gets the new reason. */
export const tieService = command({
  name: 'maps.tie-service',
  needs: 'services:edit',
  input: tieInput,
  example: {
    serviceId: noService,
    factor: 'play-and-verbal-exchanges',
    reason: 'Parents learn songs to share.'
  },
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    if (!hasAll(spine.factors, [input.factor])) return err(notInSpine);
    const service = await store.findService(tx, scope, input.serviceId);
    if (service === undefined) return err(notFound);
    const factor = input.factor as FactorId; // in the spine, as checked above
    await tieStore.saveTies(tx, scope, [{ serviceId: service.id, factor, reason: input.reason }]);
    return ok({ name: service.name });
  }
});

/** Ties several services at once, each to a factor. */
export const tieServices = command({
  name: 'maps.tie-services',
  needs: 'services:edit',
  input: tiesInput,
  example: { ties: [{ serviceId: noService, factor: 'nutrition', reason: '' }] },
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const factors = input.ties.map((tie) => tie.factor);
    if (!hasAll(spine.factors, factors)) return err(notInSpine);
    const ids = [...new Set(input.ties.map((tie) => tie.serviceId))];
    if ((await store.serviceNames(tx, scope, ids)).size < ids.length) return err(notFound);
    const ties = input.ties.map((tie) => ({ ...tie, factor: tie.factor as FactorId })); // in the spine, as checked above
    await tieStore.saveTies(tx, scope, ties);
    return ok({ ties: ties.length });
  }
});

/** Takes the tie between a service and a factor away. Its history stays. */
export const untieService = command({
  name: 'maps.untie-service',
  needs: 'services:edit',
  input: untieInput,
  example: { serviceId: noService, factor: 'play-and-verbal-exchanges' },
  async run({ scope, input, tx }) {
    return (await tieStore.removeTies(tx, scope, [input])) > 0 ? ok() : err(notFound);
  }
});

/** Adds connections between services and organisations. */
export const addConnections = command({
  name: 'maps.add-connections',
  needs: 'services:edit',
  input: newConnectionsInput,
  example: {
    connections: [
      {
        from: { kind: 'name', name: 'Health visiting' },
        to: { kind: 'name', name: 'Family hub' },
        type: 'referral'
      }
    ]
  },
  async run({ scope, input, tx, newId }) {
    const here = new Set<string>((await store.everyService(tx, scope)).map((one) => one.id));
    const connections: Connection[] = [];
    for (const { from, to, ...rest } of input.connections) {
      const ends = [from, to];
      if (ends.some((end) => end.kind === 'service' && !here.has(end.id))) return err(notFound);
      if (JSON.stringify(from) === JSON.stringify(to)) {
        return err({ kind: 'needs-two-ends' } as const);
      }
      connections.push({
        ...rest,
        id: newId(),
        from: from as ConnectionEnd, // a service of this place, as checked above
        to: to as ConnectionEnd // a service of this place, as checked above
      });
    }
    await connectionStore.saveConnections(tx, scope, connections);
    return ok();
  }
});

/** Takes a connection away. Its history stays. */
export const removeConnection = command({
  name: 'maps.remove-connection',
  needs: 'services:edit',
  input: oneInput,
  example: { id: noService },
  async run({ scope, input, tx }) {
    return (await connectionStore.removeConnection(tx, scope, input.id)) ? ok() : err(notFound);
  }
});
