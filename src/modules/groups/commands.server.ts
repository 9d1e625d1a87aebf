import { err, ok } from '#core/result';
import { adding, changing, forms, records } from '#modules/records/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { explainCircle, reportingCircle } from './groups.ts';
import { groupKind } from './kinds.ts';

const example = {
  name: 'Early years group',
  kind: 'priority',
  members: 'Head of nursery, Fernhollow Council'
} as const;

/** The groups of a partnership as they are stored. */
export const groups = records(groupKind);

/** Adds a group. Members are given as text, one role and organisation a line. Nobody reports to it yet, so no circle can come of it. */
export const addGroup = adding(groupKind, { example });

/** Changes a group. Refuses lines of reporting that come round to it. */
export const changeGroup = changing(groupKind, {
  example,
  async check({ tx, scope, values, stored }) {
    const changed = { ...values, id: stored?.id ?? null };
    const names = reportingCircle(await groups.list(tx, scope), changed);
    return names === null ? ok(values) : err({ kind: 'circle', names } as const);
  },
  explain: explainCircle
});

/** What the forms of a group show. */
export const { blank: blankGroup, form: formOfGroup } = forms(groupKind);

/** The groups through which the partnership works, in the order of their position. */
export const viewGroups = query({
  name: 'groups.view-groups',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  run: async ({ scope, tx }) => ok(await groups.list(tx, scope))
});
