import {
  addLesson,
  addLook,
  addPartner,
  addPrinciple,
  addProposal,
  addSought,
  addWorkstream,
  decideProposal,
  reviewLesson,
  testProposal
} from '#modules/cooperation/server';
import { addLimit, addLine, addRisk } from '#modules/resources/server';
import { give, lookUp, on, type Hand } from './hand.ts';
import type { WorkingTogether } from './packs/working-together.ts';
import type { Counts } from './stage.ts';
import { sourceText } from './tayside.ts';

type Ids = ReadonlyMap<string, string>;

type Given = {
  readonly content: WorkingTogether;
  readonly hand: Hand;
  readonly groups: Ids;
  readonly aims: Ids;
  readonly actions: Ids;
  /** Does the work on that day, or with the rest of the place where none is named. */
  readonly at: (day: string | null, work: () => Promise<void>) => Promise<void>;
};

const sourceOf = (source: Parameters<typeof sourceText>[0] | null): string =>
  source === null ? '' : sourceText(source);

/** Loads what the partners of a place hold to, test by it, join up and have learnt; risks, what they need and what there is. */
export async function loadWorkingTogether(given: Given): Promise<Counts> {
  const { content, hand, groups, aims, at } = given;
  const group = (id: string | null): string => (id === null ? '' : lookUp(groups, id));
  const aimIds = (ids: readonly string[]) => ids.map((id) => lookUp(aims, id));
  const when = (day: string | null): Hand => (day === null ? hand : on(hand, day));
  const principles = new Map<string, string>();
  for (const { id, addedOn: day, group: of, source, ...one } of content.principles) {
    await at(day, async () => {
      const input = { ...one, groupId: group(of), source: sourceOf(source) };
      principles.set(id, (await give(when(day), addPrinciple, input)).id);
    });
  }
  await loadProposals(given, principles);
  for (const one of content.workstreams) {
    const { id: _, addedOn: day, group: of, aims: carries, sharedSystems, source, ...rest } = one;
    await at(day, async () => {
      await give(when(day), addWorkstream, {
        ...rest,
        groupId: group(of),
        aimIds: aimIds(carries),
        sharedSystems: sharedSystems.join('\n'),
        byWhen: rest.byWhen ?? '',
        unifiedForm: rest.unifiedForm ?? '',
        reviewBy: rest.reviewBy ?? '',
        source: sourceOf(source)
      });
    });
  }
  for (const {
    id: _,
    addedOn: day,
    group: of,
    aims: bearsOn,
    review,
    source,
    ...one
  } of content.lessons) {
    let id = '';
    await at(day, async () => {
      const input = {
        ...one,
        groupId: group(of),
        aimIds: aimIds(bearsOn),
        source: sourceOf(source)
      };
      id = (await give(when(day), addLesson, input)).id;
    });
    if (review === null) continue;
    await at(review.on, async () => {
      const { on: reviewedOn, ...said } = review;
      await give(on(hand, reviewedOn), reviewLesson, { id, version: 1, reviewedOn, ...said });
    });
  }
  for (const { addedOn: day, ...one } of content.sought) {
    await at(day, async () => {
      await give(when(day), addSought, {
        ...one,
        askedOn: one.askedOn ?? '',
        answerBy: one.answerBy ?? ''
      });
    });
  }
  for (const look of content.looks) {
    await at(look.lookedOn, async () => {
      await give(on(hand, look.lookedOn), addLook, look);
    });
  }
  await loadResources(given);
  return {
    principles: content.principles.length,
    proposals: content.proposals.length,
    workstreams: content.workstreams.length,
    'lessons about working together': content.lessons.length,
    'partners who are needed': content.sought.length,
    'looks at the partnership': content.looks.length,
    risks: content.risks.length,
    'lines of resources': content.resources.length
  };
}

async function loadProposals({ content, hand, groups, at }: Given, principles: Ids): Promise<void> {
  const when = (day: string | null): Hand => (day === null ? hand : on(hand, day));
  for (const {
    id: _,
    addedOn: day,
    group,
    rounds,
    partners,
    outcome,
    ...one
  } of content.proposals) {
    let id = '';
    await at(day, async () => {
      const groupId = group === null ? '' : lookUp(groups, group);
      id = (await give(when(day), addProposal, { ...one, groupId })).id;
      for (const partner of partners) {
        await give(when(day), addPartner, { ...partner, proposalId: id });
      }
    });
    for (const { answers, ...round } of rounds) {
      await at(round.heldOn, async () => {
        await give(on(hand, round.heldOn), testProposal, {
          ...round,
          proposalId: id,
          answers: answers.map(({ principle, ...answer }) => ({
            principleId: lookUp(principles, principle),
            ...answer
          }))
        });
      });
    }
    if (outcome === null) continue;
    await at(outcome.on, async () => {
      await give(on(hand, outcome.on), decideProposal, {
        id,
        version: 1,
        outcome: outcome.outcome,
        outcomeGroupId: lookUp(groups, outcome.group),
        outcomeReason: outcome.reason,
        outcomeConditions: outcome.conditions,
        outcomeOn: outcome.on
      });
    });
  }
}

async function loadResources({ content, hand, aims, actions, at }: Given): Promise<void> {
  const when = (day: string | null): Hand => (day === null ? hand : on(hand, day));
  const idOf = (ids: Ids, id: string | null): string => (id === null ? '' : lookUp(ids, id));
  for (const { id: _, addedOn: day, aims: of, source, ...one } of content.risks) {
    await at(day, async () => {
      await give(when(day), addRisk, {
        ...one,
        aimIds: of.map((id) => lookUp(aims, id)),
        source: sourceOf(source)
      });
    });
  }
  for (const { addedOn: day, ...one } of content.limits) {
    await at(day, async () => {
      await give(when(day), addLimit, one);
    });
  }
  for (const { id: _, addedOn: day, aim, action, source, ...one } of content.resources) {
    await at(day, async () => {
      await give(when(day), addLine, {
        ...one,
        aimId: idOf(aims, aim),
        actionId: idOf(actions, action),
        source: sourceOf(source)
      });
    });
  }
}
