import { err, ok } from '#core/result';
import { savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import * as store from './ideas.store.server.ts';
import { familyKind } from './kinds.ts';
import { familyInput, oneIdeaInput } from '../schema.ts';

/** Joining ideas that are the same, so that their tests are counted together. */

const nobody = '00000000-0000-4000-8000-000000000000';

/**
 * Joins an idea with others under one name. Ideas that have the same words as one of them come along. Where the idea is in a
 * family already, that family is named anew and grows.
 */
export const joinIdeas = saying(
  command({
    name: 'improvement.join-ideas',
    needs: 'improvement:edit',
    input: familyInput,
    example: { ideaId: nobody, ideaIds: [nobody], name: 'Books to take home' },
    async run({ scope, input, tx, newId }) {
      const all = await store.ideasWithKeys(tx, scope);
      const here = all.find(({ id }) => id === input.ideaId);
      const chosen = all.filter(({ id }) => input.ideaIds.includes(id));
      if (here === undefined || chosen.length < new Set(input.ideaIds).size) {
        return err({ kind: 'not-found' } as const);
      }
      const { name, why } = input;
      const familyId = here.familyId ?? newId();
      if (here.familyId === null) await store.families.add(tx, scope, familyId, { name, why });
      else {
        const family = { tx, scope, kind: familyKind, id: familyId };
        const saved = await savedOrChanged(family, { name, why }, input.version);
        if (!saved.ok) return saved;
      }
      const together = new Set([here, ...chosen].map(({ key }) => key));
      const moved = all.filter(({ key }) => together.has(key)).map(({ id }) => id);
      await store.moveIdeas(tx, scope, moved, familyId);
      return ok({ familyId, ideas: moved.length });
    }
  }),
  { done: familyKind.words.changed }
);

/** Takes one idea out of its family; it is then told apart by its words again. */
export const leaveFamily = saying(
  command({
    name: 'improvement.leave-family',
    needs: 'improvement:edit',
    input: oneIdeaInput,
    example: { ideaId: nobody },
    async run({ scope, input, tx }) {
      const idea = (await store.ideasWithKeys(tx, scope)).find(({ id }) => id === input.ideaId);
      if (idea === undefined) return err({ kind: 'not-found' } as const);
      await store.moveIdeas(tx, scope, [idea.id], null);
      return ok();
    }
  }),
  { done: 'The idea stands by itself again.' }
);
