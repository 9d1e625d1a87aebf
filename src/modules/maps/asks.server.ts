import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { editing, records } from '#modules/records/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { askKind, asksOpen, plainName, type ServiceAsk } from './kinds.ts';
import { countsByOrganisation, thoseWhoMayList } from './services.store.server.ts';

/** Who is asked to list their services. */
const asks = records(askKind);

export const {
  add: addAsk,
  change: changeAsk,
  remove: removeAsk,
  blank: blankAsk,
  form: formOfAsk
} = editing(askKind, {
  example: { organisation: 'Fernhollow Libraries', state: 'asked' },
  async check({ tx, scope, values, stored }) {
    const { personId } = values;
    if (personId === null || personId === stored?.personId) return ok(values);
    const members = await thoseWhoMayList(tx, scope);
    const isThere = members.some((one) => one.personId === personId);
    return isThere ? ok(values) : err({ kind: 'unknown-link', field: 'personId' } as const);
  }
});

/** The members who may list services: one of them may be asked. */
export const viewThoseWhoMayList = query({
  name: 'maps.view-those-who-may-list',
  needs: 'services:edit',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await thoseWhoMayList(tx, scope));
  }
});

/** An organisation that is asked, with the member who lists its services and the number of those on offer that name it. */
export type AskHere = ServiceAsk & { readonly by: string; readonly services: number };

/** Those asked, by name. */
export async function asksHere(tx: Tx, scope: ReadScope): Promise<readonly AskHere[]> {
  const all = await asks.list(tx, scope);
  const counts = new Map<string, number>();
  for (const { organisation, services } of await countsByOrganisation(tx, scope)) {
    const key = plainName(organisation);
    counts.set(key, (counts.get(key) ?? 0) + services);
  }
  const names = new Map(
    (await thoseWhoMayList(tx, scope)).map(({ personId, name }) => [personId, name])
  );
  return all.map((one) => ({
    ...one,
    by: (one.personId === null ? undefined : names.get(one.personId)) ?? '',
    services: counts.get(plainName(one.organisation)) ?? 0
  }));
}

/** Those asked, each with the number of services on offer that name it. */
export const viewAsks = query({
  name: 'maps.view-asks',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await asksHere(tx, scope));
  }
});

/** For what is due: those who have a day and have not answered in full. */
export async function dueAsks(
  tx: Tx,
  scope: ReadScope,
  now: Date
): Promise<
  {
    readonly id: string;
    readonly organisation: string;
    readonly contributor: string;
    readonly state: 'asked' | 'some';
    readonly on: string;
    readonly isOwed: boolean;
    readonly isOwn: boolean;
  }[]
> {
  const today = dateOf(now);
  return (await asks.list(tx, scope)).flatMap((one) => {
    const { id, organisation, contributor, state, dueOn, personId } = one;
    if (dueOn === null || (state !== 'asked' && state !== 'some')) return [];
    return [
      {
        id,
        organisation,
        contributor,
        state,
        on: dueOn,
        isOwed: asksOpen([one], today).late > 0,
        isOwn: personId === scope.personId
      }
    ];
  });
}
