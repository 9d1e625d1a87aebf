import { ok } from '#core/result';
import { query } from '#platform/command';
import * as v from 'valibot';
import * as ideaStore from '../collation/ideas.store.server.ts';
import * as projectStore from './projects.store.server.ts';

/** Plain lists, for other programs. */

/** Every project as it is stored. */
export const viewProjectList = query({
  name: 'improvement.view-project-list',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await projectStore.projects.list(tx, scope));
  }
});

/** Every change idea with the name of its family. */
export const viewIdeas = query({
  name: 'improvement.view-ideas',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const families = new Map(
      (await ideaStore.families.list(tx, scope)).map((one) => [one.id, one.name])
    );
    return ok(
      (await ideaStore.ideasWithKeys(tx, scope)).map((idea) => ({
        ...idea,
        family: idea.familyId === null ? null : (families.get(idea.familyId) ?? null)
      }))
    );
  }
});
