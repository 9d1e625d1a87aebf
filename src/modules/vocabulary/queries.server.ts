import { ok } from '#core/result';
import { query } from '#platform/command';
import * as v from 'valibot';
import { getSpine } from './packs.server.ts';

/** The words that this partnership uses: outcomes, ages, factors, kinds of action, stages. */
export const viewSpine = query({
  name: 'vocabulary.view-spine',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ tx }) {
    return ok(await getSpine(tx));
  }
});
