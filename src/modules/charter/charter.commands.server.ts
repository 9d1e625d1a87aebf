import { err, ok } from '#core/result';
import { dateOf } from '#core/dates';
import { partsOfProject } from '#modules/improvement/server';
import { changedMeanwhile } from '#platform/last-change';
import { command } from '#platform/command';
import * as progressStore from './progress.store.server.ts';
import {
  charterInput,
  memberInput,
  memberRemovalInput,
  milestoneInput,
  milestoneRemovalInput,
  newMemberInput,
  newMilestoneInput
} from './schema.ts';
import * as store from './store.server.ts';
import type { MemberId, MilestoneId } from './types.ts';

/** Writing a charter down: why, scope and limits; the team by role; the timetable. */

const nobody = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

export const changeCharter = command({
  name: 'charter.change-charter',
  needs: 'improvement:edit',
  input: charterInput,
  example: { projectId: nobody, why: 'Parents asked for it', version: 0 },
  async run({ scope, input, tx }) {
    const parts = await partsOfProject(tx, scope, input.projectId);
    if (parts === null) return err(notFound);
    const { id } = parts.project;
    const version = await store.saveCharter(tx, scope, id, input, input.version);
    if (version !== null) return ok({ version });
    const stored = await store.findCharter(tx, scope, id);
    const { version: saw, ...theirs } = stored;
    return err(await changedMeanwhile(tx, scope, 'project_charter', { id, version: saw }, theirs));
  }
});

export const addMember = command({
  name: 'charter.add-member',
  needs: 'improvement:edit',
  input: newMemberInput,
  example: { projectId: nobody, part: 'sponsor', role: 'Head of children’s services' },
  async run({ scope, input, tx, newId }) {
    const parts = await partsOfProject(tx, scope, input.projectId);
    if (parts === null) return err(notFound);
    const id = newId() as MemberId; // made here
    await store.addMember(tx, scope, parts.project.id, { ...input, id });
    return ok({ id });
  }
});

export const changeMember = command({
  name: 'charter.change-member',
  needs: 'improvement:edit',
  input: memberInput,
  example: { memberId: nobody, part: 'lead', role: 'Room leader', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findMember(tx, scope, input.memberId);
    if (stored === null) return err(notFound);
    const version = await store.saveMember(tx, scope, stored.id, input, input.version);
    if (version !== null) return ok({ version });
    const { part, role, organisation, brings } = stored;
    const theirs = { part, role, organisation, brings };
    return err(await changedMeanwhile(tx, scope, 'project_member', stored, theirs));
  }
});

export const removeMember = command({
  name: 'charter.remove-member',
  needs: 'improvement:edit',
  input: memberRemovalInput,
  example: { memberId: nobody },
  async run({ scope, input, tx }) {
    const wasHere = await store.removeMember(tx, scope, input.memberId);
    return wasHere ? ok() : err(notFound);
  }
});

export const addMilestone = command({
  name: 'charter.add-milestone',
  needs: 'improvement:edit',
  input: newMilestoneInput,
  example: { projectId: nobody, title: 'First test with one family', dueOn: '2026-05-01' },
  async run({ scope, input, tx, now, newId }) {
    const parts = await partsOfProject(tx, scope, input.projectId);
    if (parts === null) return err(notFound);
    const checked = checkMilestone(input, dateOf(now));
    if (!checked.ok) return checked;
    const id = newId() as MilestoneId; // made here
    await progressStore.addMilestone(tx, scope, parts.project.id, { ...input, id });
    return ok({ id });
  }
});

export const changeMilestone = command({
  name: 'charter.change-milestone',
  needs: 'improvement:edit',
  input: milestoneInput,
  example: { milestoneId: nobody, title: 'First test', dueOn: '2026-05-01', version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await progressStore.findMilestone(tx, scope, input.milestoneId);
    if (stored === null) return err(notFound);
    const checked = checkMilestone(input, dateOf(now));
    if (!checked.ok) return checked;
    const version = await progressStore.saveMilestone(tx, scope, stored.id, input, input.version);
    if (version !== null) return ok({ version });
    const { title, dueOn, doneOn } = stored;
    const theirs = { title, dueOn, doneOn: doneOn ?? '' };
    return err(await changedMeanwhile(tx, scope, 'project_milestone', stored, theirs));
  }
});

export const removeMilestone = command({
  name: 'charter.remove-milestone',
  needs: 'improvement:edit',
  input: milestoneRemovalInput,
  example: { milestoneId: nobody },
  async run({ scope, input, tx }) {
    const wasHere = await progressStore.removeMilestone(tx, scope, input.milestoneId);
    return wasHere ? ok() : err(notFound);
  }
});

function checkMilestone({ doneOn }: { readonly doneOn: string | null }, today: string) {
  if (doneOn !== null && doneOn > today) return err({ kind: 'done-ahead', doneOn } as const);
  return ok();
}
