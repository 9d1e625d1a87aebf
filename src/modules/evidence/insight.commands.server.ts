import { editing, forms, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { notAhead } from './ahead.ts';
import { insightKind } from './kinds.ts';
import { insightVersionInput } from './schema.ts';
import { explainEvidenceProblem as explain } from './sentences.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

/** What was noticed locally about a factor. Refuses a day that lies ahead. */
export const { add: addInsight, change: changeInsight } = editing(insightKind, {
  example: {
    factor: 'safe-places-to-play',
    noticed: 'Parents say that the park is dark by four in winter.',
    noticedWhere: 'Family learning group',
    noticedOn: '2026-01-20',
    noticedBy: 'Family support worker'
  },
  check: ({ values, now }) => notAhead(values, 'noticedOn', now),
  explain
});

/** What the form of an insight shows. */
export const { blank: blankInsight, form: formOfInsight } = forms(insightKind);

/** Takes an insight off the lists, for it no longer holds or was said elsewhere. It stays readable among the archived ones. */
export const archiveInsight = saying(
  command({
    name: 'evidence.archive-insight',
    needs: 'evidence:edit',
    input: insightVersionInput,
    example: { id: nobody, version: 1 },
    run: ({ scope, input, tx, now }) => setArchived(tx, scope, input, now)
  }),
  { done: 'The note is archived.' }
);

/** Puts an archived insight back on the lists. */
export const bringBackInsight = saying(
  command({
    name: 'evidence.bring-back-insight',
    needs: 'evidence:edit',
    input: insightVersionInput,
    example: { id: nobody, version: 1 },
    run: ({ scope, input, tx }) => setArchived(tx, scope, input, null)
  }),
  { done: 'The note stands again.' }
);

function setArchived(
  tx: Tx,
  scope: WriteScope,
  { id, version }: { readonly id: string; readonly version: number },
  archivedAt: Date | null
) {
  return savedOrChanged({ tx, scope, kind: insightKind, id }, { archivedAt }, version);
}
