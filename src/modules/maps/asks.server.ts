import { ok } from '#core/result';
import { editing, records } from '#modules/records/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { askKind } from './kinds.ts';
import { countsByOrganisation } from './services.store.server.ts';

/** Who is asked to list their services. */
export const asks = records(askKind);

export const {
  add: addAsk,
  change: changeAsk,
  remove: removeAsk,
  blank: blankAsk,
  form: formOfAsk
} = editing(askKind, {
  example: { organisation: 'Fernhollow Libraries', state: 'asked' }
});

/** Those asked, each with the number of services on offer that name it. */
export const viewAsks = query({
  name: 'maps.view-asks',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const all = await asks.list(tx, scope);
    const counts = new Map<string, number>();
    for (const { organisation, services } of await countsByOrganisation(tx, scope)) {
      const key = plain(organisation);
      counts.set(key, (counts.get(key) ?? 0) + services);
    }
    return ok(all.map((one) => ({ ...one, services: counts.get(plain(one.organisation)) ?? 0 })));
  }
});

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
