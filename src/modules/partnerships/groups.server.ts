import { err, ok } from '#core/result';
import { command, query, type ChangedMeanwhile } from '#platform/command';
import * as v from 'valibot';
import * as store from './groups.store.server.ts';
import { lastChangeOf } from './last-change.server.ts';
import { membersAsText, membersFromText } from './groups.ts';
import { changedGroupInput, newGroupInput } from './schema.ts';
import type { GroupMember } from './types.ts';

const none = '00000000-0000-4000-8000-000000000000';
const example = {
  name: 'Early years group',
  kind: 'priority',
  members: 'Head of nursery, Fernhollow Council'
} as const;

/** The groups through which the partnership works, in the order of their position. */
export const viewGroups = query({
  name: 'partnerships.view-groups',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    return ok(await store.groups(tx, scope));
  }
});

/** Adds a group. Members are given as text, one role and organisation a line. */
export const addGroup = command({
  name: 'partnerships.add-group',
  needs: 'partnership:manage',
  input: newGroupInput,
  example,
  async run({ scope, input, tx, newId }) {
    const id = newId();
    const group = { ...input, members: membersFromText(input.members) };
    if (!(await store.addGroup(tx, scope, id, group)))
      return err({ kind: 'group-name-taken' } as const);
    return ok({ id });
  }
});

/** Changes a group. */
export const changeGroup = command({
  name: 'partnerships.change-group',
  needs: 'partnership:manage',
  input: changedGroupInput,
  example: { ...example, id: none, version: 1 },
  async run({ scope, input, tx }) {
    const { id, version: expected, ...values } = input;
    const group = { ...values, members: membersFromText(values.members) };
    const here = await store.groups(tx, scope);
    const stored = here.find((one) => one.id === id);
    if (stored === undefined) return err({ kind: 'not-found' } as const);
    if (here.some((one) => one.id !== id && one.name === group.name)) {
      return err({ kind: 'group-name-taken' } as const);
    }
    const version = await store.saveGroup(tx, scope, id, group, expected);
    if (version !== null) return ok({ version });
    const changed: ChangedMeanwhile = {
      kind: 'changed-meanwhile',
      theirs: {
        name: stored.name,
        kind: stored.kind,
        purpose: stored.purpose,
        remit: stored.remit,
        members: membersAsText(stored.members as GroupMember[]),
        seniorSponsor: stored.seniorSponsor,
        leadOfficial: stored.leadOfficial,
        reportsTo: [...stored.reportsTo],
        duration: stored.duration
      },
      version: stored.version,
      ...(await lastChangeOf(tx, scope, 'working_group', id))
    };
    return err(changed);
  }
});
