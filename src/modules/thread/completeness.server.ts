import { ok } from '#core/result';
import { actorsOnTheMap } from '#modules/actors/server';
import { asksHere, organisationsOffering } from '#modules/maps/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { completenessOf } from './completeness.ts';

/** The list of services beside the map of actors: who is missing from either. Nothing of it is stored. */
export const viewCompleteness = query({
  name: 'thread.view-completeness',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    // One after the other: they share the connection of one transaction.
    const actors = await actorsOnTheMap(tx, scope);
    const offering = await organisationsOffering(tx, scope);
    const asks = await asksHere(tx, scope);
    return ok(completenessOf({ actors, ...offering, asks }));
  }
});
