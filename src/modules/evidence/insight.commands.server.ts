import { err, ok } from '#core/result';
import type { FactorId, OutcomeId, Spine } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { command, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { aheadProblem, isAhead } from './ahead.ts';
import * as insights from './insights.store.server.ts';
import { insightInput, insightVersionInput, newInsightInput } from './schema.ts';
import type { Insight } from './types.ts';

const nothing = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Keeps something that was noticed locally about a factor. */
export const addInsight = command({
  name: 'evidence.add-insight',
  needs: 'evidence:edit',
  input: newInsightInput,
  example: {
    factor: 'safe-places-to-play',
    noticed: 'Parents say that the park is dark by four in winter.',
    noticedWhere: 'Family learning group',
    noticedOn: '2026-01-20',
    noticedBy: 'Family support worker'
  },
  async run({ scope, input, tx, now, newId }) {
    const insight = insightFrom(await getSpine(tx), input);
    if (insight === null) return err(notFound);
    const wrong = wrongWithInsight(insight, now);
    if (wrong !== null) return err(wrong);
    const id = newId();
    await insights.addInsight(tx, scope, id, insight, now);
    return ok({ id });
  }
});

/** Changes what was noted of something noticed. */
export const changeInsight = command({
  name: 'evidence.change-insight',
  needs: 'evidence:edit',
  input: insightInput,
  example: {
    id: nothing,
    version: 1,
    factor: 'safe-places-to-play',
    noticed: 'Parents say that the park is dark by four in winter.',
    noticedOn: '2026-01-20',
    noticedBy: 'Family support worker'
  },
  async run({ scope, input, tx, now }) {
    const stored = await insights.findInsight(tx, scope, input.id);
    const insight = insightFrom(await getSpine(tx), input);
    if (stored === null || insight === null) return err(notFound);
    const wrong = wrongWithInsight(insight, now);
    if (wrong !== null) return err(wrong);
    const isSaved = await insights.saveInsight(tx, scope, stored.id, input.version, insight, now);
    return isSaved ? ok({ id: stored.id }) : err(insightConflict(stored));
  }
});

/** Takes an insight off the lists, for it no longer holds or was said elsewhere. It stays readable among the archived ones. */
export const archiveInsight = command({
  name: 'evidence.archive-insight',
  needs: 'evidence:edit',
  input: insightVersionInput,
  example: { id: nothing, version: 1 },
  run: ({ scope, input, tx, now }) => setArchived(tx, scope, input, now, now)
});

/** Puts an archived insight back on the lists. */
export const bringBackInsight = command({
  name: 'evidence.bring-back-insight',
  needs: 'evidence:edit',
  input: insightVersionInput,
  example: { id: nothing, version: 1 },
  run: ({ scope, input, tx, now }) => setArchived(tx, scope, input, null, now)
});

async function setArchived(
  tx: Tx,
  scope: WriteScope,
  input: { readonly id: string; readonly version: number },
  archivedAt: Date | null,
  now: Date
) {
  const stored = await insights.findInsight(tx, scope, input.id);
  if (stored === null) return err(notFound);
  const isSaved = await insights.setArchived(tx, scope, stored.id, input.version, archivedAt, now);
  return isSaved ? ok({ factor: stored.factor }) : err(insightConflict(stored));
}

function insightConflict(stored: Insight): ChangedMeanwhile {
  const { noticed, noticedWhere, noticedOn, noticedBy } = stored;
  return {
    kind: 'changed-meanwhile',
    theirs: { outcome: stored.outcome ?? '', noticed, noticedWhere, noticedOn, noticedBy },
    version: stored.version,
    changedBy: stored.updatedBy,
    changedAt: stored.updatedAt
  };
}

function insightFrom(
  spine: Spine,
  input: { factor: string; outcome: string } & Pick<
    Insight,
    'noticed' | 'noticedWhere' | 'noticedOn' | 'noticedBy'
  >
) {
  const factor: FactorId | undefined = spine.factors.find((one) => one.id === input.factor)?.id;
  const outcome: OutcomeId | undefined = spine.outcomes.find((one) => one.id === input.outcome)?.id;
  if (factor === undefined || (input.outcome !== '' && outcome === undefined)) return null;
  const { noticed, noticedWhere, noticedOn, noticedBy } = input;
  return { factor, outcome: outcome ?? null, noticed, noticedWhere, noticedOn, noticedBy };
}

function wrongWithInsight({ noticedOn }: Pick<Insight, 'noticedOn'>, now: Date) {
  return isAhead(noticedOn, now) ? aheadProblem('noticedOn') : null;
}
