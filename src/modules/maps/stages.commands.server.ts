import { err, ok } from '#core/result';
import { command, query } from '#platform/command';
import * as v from 'valibot';
import { stagesInput } from './schema.ts';
import { explainStageProblem, mostStages, planStages } from './stages.ts';
import * as store from './stages.store.server.ts';

/**
 * Names the stages of support of the place, three to five, and which is universal. Services follow: those on a stage that becomes another
 * move with it. Refuses to leave a service on a stage that is no more.
 */
export const setStages = Object.assign(
  command({
    name: 'maps.set-stages',
    needs: 'partnership:manage',
    input: stagesInput,
    example: {
      name1: 'Universal',
      name2: 'Additional',
      name3: 'Intensive',
      universal: '1',
      becomes: { targeted: '2' },
      version: 0
    },
    async run({ scope, input, tx, newId }) {
      const before = await store.modelToChange(tx, scope);
      if (before.version !== input.version) return err({ kind: 'stages-changed' } as const);
      const names = [input.name1, input.name2, input.name3, input.name4, input.name5];
      const abouts = [input.about1, input.about2, input.about3, input.about4, input.about5];
      const planned = planStages({
        before: before.stages,
        lines: names
          .slice(0, mostStages)
          .map((name, index) => ({ name, forWhom: abouts[index] ?? '' })),
        universal: input.universal,
        becomes: input.becomes,
        use: await store.useOfStages(tx, scope)
      });
      if (!planned.ok) return planned;
      const { thread, threadAbout } = input;
      const version = before.version + 1;
      await store.saveModel(tx, scope, newId(), planned.value, { thread, threadAbout, version });
      return ok({ stages: planned.value.stages.length, moved: planned.value.moves.length });
    }
  }),
  { explain: explainStageProblem, done: 'The stages of support are saved.' }
);

/** The stages of support, and how much stands on each. */
export const viewStagesOfSupport = query({
  name: 'maps.view-stages',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const use = await store.useOfStages(tx, scope);
    return ok({ model: await store.modelOf(tx, scope), use: Object.fromEntries(use) });
  }
});
