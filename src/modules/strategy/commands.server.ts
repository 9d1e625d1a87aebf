import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { command, type ChangedMeanwhile } from '#platform/command';
import type { Tx } from '#platform/database';
import type { WriteScope } from '#platform/scope';
import { strategySections } from './queries.server.ts';
import { readApproval } from './rules.ts';
import { approvalInput, sectionInput, sectionsInput } from './schema.ts';
import * as store from './store.server.ts';

const notFound = { kind: 'not-found' } as const;

/** Writes the partnership's own text of one section. `version` is the one that was read, 0 where there was none. */
export const changeSection = command({
  name: 'strategy.change-section',
  needs: 'strategy:edit',
  input: sectionInput,
  example: { section: 'vision', text: 'By 2029 every child here enjoys a story.' },
  async run({ scope, input, tx, now }) {
    const sections = await strategySections(tx);
    if (!sections.some((one) => one.id === input.section)) return err(notFound);
    const version = await store.saveText(tx, scope, input, now);
    return version === null ? err(await savedFirst(tx, scope, input.section)) : ok({ version });
  }
});

/** Writes several sections at once, or none: for a strategy that comes from a document. */
export const changeSections = command({
  name: 'strategy.change-sections',
  needs: 'strategy:edit',
  input: sectionsInput,
  example: { sections: [{ section: 'vision', text: 'By 2029 every child here enjoys a story.' }] },
  async run({ scope, input, tx, now }) {
    const sections = await strategySections(tx);
    const isKnown = (id: string) => sections.some((one) => one.id === id);
    if (!input.sections.every((one) => isKnown(one.section))) return err(notFound);
    for (const one of input.sections) {
      const version = await store.saveText(tx, scope, one, now);
      if (version === null) return err(await savedFirst(tx, scope, one.section));
    }
    return ok({ sections: input.sections.length });
  }
});

/** Records that a group or body approved a version. Its text stays as it is. */
export const approveVersion = command({
  name: 'strategy.approve-version',
  needs: 'strategy:publish',
  input: approvalInput,
  example: {
    id: '00000000-0000-4000-8000-000000000000',
    approvedBy: 'Early Years Partnership Board',
    approvedOn: '2026-02-20'
  },
  async run({ scope, input, tx, now }) {
    const version = await store.findVersion(tx, scope, input.id);
    if (version === null) return err(notFound);
    if (version.status !== 'draft') return err({ kind: 'approved-already' } as const);
    const approval = readApproval(input, dateOf(now));
    if (!approval.ok) return approval;
    if (approval.value === null) {
      return err({ kind: 'approval-incomplete', lacks: 'approvedBy' } as const);
    }
    const isApproved = await store.approve(tx, scope, version.id, approval.value);
    return isApproved ? ok() : err({ kind: 'approved-already' } as const);
  }
});

async function savedFirst(tx: Tx, scope: WriteScope, section: string): Promise<ChangedMeanwhile> {
  const stored = (await store.texts(tx, scope)).find((text) => text.section === section);
  return {
    kind: 'changed-meanwhile',
    theirs: { text: stored?.text ?? '' },
    version: stored?.version ?? 0,
    changedBy: stored?.updatedBy ?? 'Somebody',
    changedAt: stored?.updatedAt ?? new Date(0)
  };
}
