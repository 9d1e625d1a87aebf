import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { groups } from '#modules/groups/server';
import { earlierVisions, visionOf } from '#modules/partnerships/server';
import { oneInput } from '#modules/records';
import { choicesFor } from '#modules/records/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { lastChangeOf } from '#platform/last-change';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import {
  outcomeKind,
  type Lesson,
  type Principle,
  type Proposal,
  type Workstream
} from './kinds.ts';
import { askedOf, holdingOn } from './rules.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

const groupTitles = async (tx: Tx, scope: ReadScope) =>
  (await groups.list(tx, scope)).map(({ id, name }) => ({ id, title: name }));

/** Vision, principles and shared priorities, each from its one home, with since when they hold. */
export const viewDirection = query({
  name: 'cooperation.view-direction',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const today = dateOf(now);
    const principles = await store.principles.list(tx, scope);
    const held = holdingOn(principles, today);
    return ok({
      vision: await visionOf(tx, scope),
      earlierVisions: await earlierVisions(tx, scope),
      principles: held,
      otherPrinciples: principles.filter((one) => !held.includes(one)),
      priorities: await store.priorities(tx, scope),
      groups: await groupTitles(tx, scope)
    });
  }
});

/** Every proposal, the latest first, with how often it was tested and what the partners say. */
export const viewProposals = query({
  name: 'cooperation.view-proposals',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const rounds = await store.rounds(tx, scope);
    const partners = await store.partners.list(tx, scope);
    return ok({
      groups: await groupTitles(tx, scope),
      priorities: await store.priorities(tx, scope),
      proposals: (await store.proposals.list(tx, scope)).map((proposal) => ({
        ...proposal,
        rounds: rounds.filter(({ proposalId }) => proposalId === proposal.id),
        partners: partners.filter(({ proposalId }) => proposalId === proposal.id)
      }))
    });
  }
});

/** One proposal with its rounds, what the partners say, its outcome, and the aims and actions that it became. */
export const viewProposal = query({
  name: 'cooperation.view-proposal',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const proposal = await store.proposals.find(tx, scope, input.id);
    if (proposal === null) return err(notFound);
    const today = dateOf(now);
    return ok({
      today,
      proposal,
      rounds: await store.rounds(tx, scope, proposal.id),
      partners: await store.partners.list(tx, scope, { proposalId: proposal.id }),
      asked: askedOf(proposal, await store.principles.list(tx, scope), today),
      made: await store.madeOf(tx, scope, proposal.id),
      groups: await groupTitles(tx, scope),
      priorities: await store.priorities(tx, scope),
      choices: await choicesFor(tx, scope, outcomeKind),
      last: await lastChangeOf(tx, scope, 'proposal', proposal.id)
    });
  }
});

/** How far every workstream joins up. */
export const viewWorkstreams = query({
  name: 'cooperation.view-workstreams',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok({
      today: dateOf(now),
      groups: await groupTitles(tx, scope),
      aims: await store.aimTitles(tx, scope),
      workstreams: await store.workstreams.list(tx, scope)
    });
  }
});

/** The log of what was learnt about working together, the latest first. */
export const viewLessons = query({
  name: 'cooperation.view-lessons',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok({
      today: dateOf(now),
      groups: await groupTitles(tx, scope),
      aims: await store.aimTitles(tx, scope),
      lessons: await lessonsOf(tx, scope)
    });
  }
});

/** Who is needed, and what was found at each look at who is here. */
export const viewCoalition = query({
  name: 'cooperation.view-coalition',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    return ok({
      today: dateOf(now),
      actions: await store.actionTitles(tx, scope),
      sought: await store.sought.list(tx, scope),
      looks: await store.looks.list(tx, scope)
    });
  }
});

/** One lesson, with whether it still holds. */
export const viewLesson = query({
  name: 'cooperation.view-lesson',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const lesson = await store.lessons.find(tx, scope, input.id);
    if (lesson === null) return err(notFound);
    return ok({
      lesson,
      groups: await groupTitles(tx, scope),
      aims: await store.aimTitles(tx, scope),
      last: await lastChangeOf(tx, scope, 'cooperation_lesson', lesson.id)
    });
  }
});

/** For the report of a year: what was learnt about working together. */
export async function lessonsOf(tx: Tx, scope: ReadScope): Promise<Lesson[]> {
  return store.lessons.list(tx, scope);
}

/** For reports and checks: what the partners hold to, test, join up and have learnt. */
export async function cooperationOf(
  tx: Tx,
  scope: ReadScope
): Promise<{
  principles: Principle[];
  proposals: Proposal[];
  workstreams: Workstream[];
  lessons: Lesson[];
}> {
  return {
    principles: await store.principles.list(tx, scope),
    proposals: await store.proposals.list(tx, scope),
    workstreams: await store.workstreams.list(tx, scope),
    lessons: await lessonsOf(tx, scope)
  };
}
