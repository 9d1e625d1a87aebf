import { err, ok } from '#core/result';
import { partInput } from '#modules/records';
import { savedOrChanged } from '#modules/records/server';
import { command } from '#platform/command';
import * as v from 'valibot';
import { choiceKind } from '../kinds.ts';
import { loadedIndicators } from '../open/store.server.ts';
import { choices, setFollowed } from './choices.store.server.ts';
import { openFollowed } from './queries.server.ts';

const notFound = { kind: 'not-found' } as const;

const ticked = v.pipe(
  v.nullish(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => [given].flat().filter((one) => one !== ''))
);

/**
 * Follows open indicators, and drops those that were followed when the page was read and are not ticked any more.
 * What somebody else ticked meanwhile stays. Note and target of a dropped one are kept.
 */
export const followIndicators = command({
  name: 'indicators.follow-indicators',
  needs: 'indicators:edit',
  // What is ticked now, and what was followed when the page was read, so that two people's choices join.
  input: v.object({ follow: ticked, before: ticked }),
  example: { follow: [] },
  async run({ scope, input, tx }) {
    const known = new Set<string>((await loadedIndicators(tx, input.follow)).map(({ id }) => id));
    const unknown = input.follow.find((id) => !known.has(id));
    if (unknown !== undefined) return err({ kind: 'unknown-open-indicator', id: unknown } as const);
    const dropped = input.before.filter((id) => !known.has(id));
    await setFollowed(tx, scope, input.follow, true);
    await setFollowed(tx, scope, dropped, false);
    return ok({ followed: input.follow.length, dropped: dropped.length });
  }
});

/** Changes what the partnership says about an open indicator that it follows: note, baseline, target, who looks after it. */
export const changeChoice = command({
  name: 'indicators.change-choice',
  needs: choiceKind.permission.change,
  // A published indicator is named by a word of the catalogue.
  input: partInput(
    choiceKind,
    ['note', 'ownerRole', 'baselinePeriod', 'target', 'targetBy', 'nextDue'],
    { id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)) }
  ),
  example: { id: 'good-level-of-development', note: 'Our first concern', version: 1 },
  async run({ scope, input, tx }) {
    const { id, version, ...values } = input;
    const stored = await choices.find(tx, scope, id);
    if (stored === null) return err(notFound);
    const period = values.baselinePeriod;
    if (period !== '' && period !== stored.baselinePeriod) {
      const figures = (await openFollowed(tx, scope, [stored]))[0]?.figures ?? [];
      const isKnown = figures.some((one) => one.period === period && one.value !== null);
      if (!isKnown) return err({ kind: 'no-figure-then', period } as const);
    }
    return savedOrChanged({ tx, scope, kind: choiceKind, id }, values, version);
  }
});
