import { err, ok } from '#core/result';
import { oneInput } from '#modules/records';
import { query } from '#platform/command';
import { mayDo } from '#platform/permissions';
import * as v from 'valibot';
import { hasEnded } from './workshop-rules.ts';
import * as store from './workshops.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';

/** Every workshop, the latest first. */
export const viewWorkshops = query({
  name: 'actors.view-workshops',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const all = await store.workshops.list(tx, scope);
    return ok({ workshops: all.map(({ code: _, ...workshop }) => workshop) });
  }
});

/**
 * A workshop as one of its place sees it: its sheet, their own list and dots, who takes part. Of the lists and dots of others nothing is in
 * it for anybody. The code is in it while people may come in.
 */
export const viewWorkshop = query({
  name: 'actors.view-workshop',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const workshop = await store.workshops.find(tx, scope, input.id);
    if (workshop === null) return err({ kind: 'not-found' } as const);
    const here = store.inWorkshop(scope, workshop.id);
    const people = await store.people(tx, here);
    const own = people.find(({ personId }) => personId === scope.personId);
    const ended = hasEnded(workshop.step);
    const leads = await store.leads(tx, scope);
    return ok({
      workshop,
      isLeader: workshop.leaderId === scope.personId && mayDo(scope.role, 'rings:facilitate'),
      leader: leads.find(({ personId }) => personId === workshop.leaderId)?.name ?? null,
      mayBeLeaders: mayDo(scope.role, 'partnership:manage') && !ended ? leads : [],
      people: people.map(({ id, name, personId }) => ({ id, name, isGuest: personId === null })),
      /** A count, and of nobody whether they are among them. */
      haveAllDotsPut: people.filter(({ hasPutAll }) => hasPutAll).length,
      takesPart: own !== undefined,
      items: await store.items(tx, here),
      ownNotes: own === undefined || ended ? [] : await store.notes(tx, here, own.id),
      ownDots: own === undefined || ended ? [] : await store.dots(tx, here, own.id)
    });
  }
});
