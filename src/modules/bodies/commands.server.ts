import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { outlineOf } from '#modules/delivery';
import { planOf } from '#modules/delivery/server';
import { groups } from '#modules/groups/server';
import { editing, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { approvalKind, bodyKind, elementKind, uptakeKind } from './kinds.ts';
import { memberUptakeKind } from './member-kinds.ts';
import { approvalProblem, memberUptakeProblem, uptakeProblem } from './rules.ts';
import { newVersionInput } from './schema.ts';
import { explainApproval, explainMemberUptake } from './sentences.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';

/** The bodies of the plan. One that was asked about a version, or has taken up an aim, stays. */
export const {
  add: addBody,
  change: changeBody,
  remove: removeBody,
  blank: blankBody,
  form: formOfBody
} = editing(bodyKind, {
  example: { name: 'Fernhollow Council', kind: 'council' },
  async check({ tx, scope, values }) {
    const { memberId } = values;
    if (memberId === null) return ok(values);
    const isMember = (await store.members(tx, scope)).some(({ id }) => id === memberId);
    return isMember ? ok(values) : err({ kind: 'no-member' } as const);
  },
  explain: () => ({
    field: 'memberId',
    sentence: 'This partnership is no member of your collaborative. Choose one that is.'
  })
});

/**
 * How this partnership takes up an aim of a collaborative that it is a member of. Refuses an aim of no such collaborative, a variant or a
 * refusal without a reason, a common element that is ticked as the same and as different, a day of deciding that is still to come.
 */
export const {
  add: addMemberUptake,
  change: changeMemberUptake,
  remove: removeMemberUptake,
  blank: blankMemberUptake,
  form: formOfMemberUptake
} = editing(memberUptakeKind, {
  example: { aimId: none, uptake: 'adopted' },
  async check({ tx, scope, values, now }) {
    const aim = (await store.regionalAims(tx, scope)).find(({ id }) => id === values.aimId);
    if (aim === undefined) return err({ kind: 'no-regional-aim' } as const);
    const elements = (await store.regionalElements(tx, scope, aim.id)).map(({ id }) => id);
    const problem = memberUptakeProblem(values, { elements, today: dateOf(now) });
    return problem === null ? ok(values) : err(problem);
  },
  explain: explainMemberUptake
});

/**
 * Makes a version: the whole plan as it stands, kept for good under the next number. Every body whose approval the plan waits for is asked.
 * Refuses a plan without aims.
 */
export const makePlanVersion = saying(
  command({
    name: 'bodies.make-version',
    needs: 'plan:edit',
    input: newVersionInput,
    example: { title: 'Plan for 2026 to 2029', reasons: ['first'] },
    async run({ scope, input, tx, now, newId }) {
      const plan = await planOf(tx, scope);
      if (plan.aims.length === 0) return err({ kind: 'empty-plan' } as const);
      const content = outlineOf(plan, await groups.list(tx, scope));
      const id = newId();
      const made = { madeOn: dateOf(now), madeAt: now };
      const number = await store.addVersion(tx, scope, { ...input, ...made, id, content });
      const asked = (await store.bodies.list(tx, scope)).filter((one) => one.mustApprove);
      for (const body of asked) {
        const line = {
          versionId: id,
          bodyId: body.id,
          asked: 'approve',
          state: 'waiting'
        } as const;
        await store.approvals.add(tx, scope, newId(), line);
      }
      return ok({ id, number });
    }
  }),
  {
    done: 'The version is kept as the plan stands now. The bodies whose approval it needs are asked.',
    explain: () => 'There is no aim in the plan yet, so there is nothing to keep. Add an aim first.'
  }
);

/** What a body was asked about a version, and has said. A body that is none of the plan is refused by the list of choices. */
export const {
  add: addApproval,
  change: changeApproval,
  remove: removeApproval,
  blank: blankApproval,
  form: formOfApproval
} = editing(approvalKind, {
  example: { versionId: none, bodyId: none, asked: 'approve', state: 'waiting' },
  check({ values, now }) {
    const problem = approvalProblem(values, dateOf(now));
    return problem === null ? ok(values) : err(problem);
  },
  explain: explainApproval
});

/** How a body takes up an aim in its own area. Refuses a variant or a refusal without a reason, and a body without an area of its own. */
export const {
  add: addUptake,
  change: changeUptake,
  remove: removeUptake,
  blank: blankUptake,
  form: formOfUptake
} = editing(uptakeKind, {
  example: { aimId: none, bodyId: none, uptake: 'adopted' },
  async check({ tx, scope, values }) {
    const problem = uptakeProblem(values, await store.bodies.find(tx, scope, values.bodyId));
    return problem === null ? ok(values) : err(problem);
  },
  explain: ({ kind }) =>
    kind === 'reason-needed'
      ? { field: 'reason', sentence: 'Enter why it differs there, or takes no part.' }
      : {
          field: 'bodyId',
          sentence: 'This body takes up no aims in an area of its own. Say so of the body first.'
        }
});

/** What is to be the same wherever an aim is taken up. Refuses a body that is in both lists. */
export const {
  add: addElement,
  change: changeElement,
  remove: removeElement,
  blank: blankElement,
  form: formOfElement
} = editing(elementKind, {
  example: { aimId: none, title: 'Quality assurance' },
  check({ values }) {
    const isInBoth = values.sameIn.some((id) => values.differentIn.includes(id));
    return isInBoth ? err({ kind: 'same-and-different' } as const) : ok(values);
  },
  explain: () => ({
    field: 'differentIn',
    sentence: 'A body is ticked as the same and as different. Take one of the two out.'
  })
});
