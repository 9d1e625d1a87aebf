import { err, ok } from '#core/result';
import { evidenceByFactor } from '#modules/evidence/server';
import { needByFactor } from '#modules/indicators/server';
import { servicesByFactor, servicesListed } from '#modules/maps/server';
import { prioritiesByFactor } from '#modules/priorities/server';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { patternOf, readCoverage, readNeed, type AlignmentRow } from './alignment.ts';
import { choiceInput, choose } from './choice.server.ts';
import { toNeed } from './compose.server.ts';

/**
 * Evidence, local need and services of every factor side by side, for one outcome at one age, with the pattern they make.
 * Nothing of it is stored: it is read from the records each time.
 */
export const viewAlignment = query({
  name: 'thread.view-alignment',
  needs: 'records:read',
  input: v.object(choiceInput),
  example: {},
  async run({ scope, input, tx }) {
    const spine = await getSpine(tx);
    const choice = await choose(tx, scope, spine, input);
    if (choice === null) return err({ kind: 'not-found' } as const);
    // One after the other: they share the connection of one transaction.
    const evidence = await evidenceByFactor(tx, scope, choice);
    const need = await needByFactor(tx, scope);
    const services = await servicesByFactor(tx, scope);
    const listed = await servicesListed(tx, scope);
    const priorities = await prioritiesByFactor(tx, scope);
    const rows = spine.factors.flatMap((factor): AlignmentRow[] => {
      const known = evidence.get(factor.id);
      if (known === undefined) return [];
      const needHere = readNeed((need.get(factor.id) ?? []).map(toNeed));
      const coverage = readCoverage(services.get(factor.id) ?? [], choice.age, listed);
      return [
        {
          factor,
          evidence: known,
          need: needHere,
          coverage,
          priority: priorities.get(factor.id) ?? null,
          pattern: patternOf(known.matters, needHere.level, coverage.level)
        }
      ];
    });
    return ok({ spine, choice, listed, rows });
  }
});
