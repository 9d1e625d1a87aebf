import {
  addAgreement,
  addAsk,
  addConsultation,
  addDecision,
  addDispute,
  addDisputeStep,
  addInterest,
  addPaper,
  answerAsk,
  confirmDecision,
  settleDispute
} from '#modules/decisions/server';
import { give, lookUp, on, type Hand } from './hand.ts';
import type { PlaceDecisions } from './packs/decisions.ts';
import type { Counts } from './stage.ts';
import { sourceText } from './tayside.ts';

type Given = {
  readonly content: PlaceDecisions;
  /** A coordinator: only one may confirm. */
  readonly hand: Hand;
  readonly groups: ReadonlyMap<string, string>;
  /** Does the work on that day, or with the rest of the place where none is named. */
  readonly at: (day: string | null, work: () => Promise<void>) => Promise<void>;
};

const sourceOf = (source: Parameters<typeof sourceText>[0] | null): string =>
  source === null ? '' : sourceText(source);

/** Loads what the groups of a place decided, on which papers, with consultations, asks and disputes. */
export async function loadDecisions({ content, hand, groups, at }: Given): Promise<Counts> {
  const group = (id: string | null): string => (id === null ? '' : lookUp(groups, id));
  const when = (day: string | null): Hand => (day === null ? hand : on(hand, day));
  const papers = new Map<string, string>();
  const consultations = new Map<string, string>();
  for (const { id, addedOn: day, group: forGroup, source, ...paper } of content.papers) {
    await at(day, async () => {
      const input = { ...paper, groupId: group(forGroup), source: sourceOf(source) };
      papers.set(id, (await give(when(day), addPaper, input)).id);
    });
  }
  for (const { id, addedOn: day, toldBackOn, source, ...one } of content.consultations) {
    await at(day, async () => {
      const input = { ...one, toldBackOn: toldBackOn ?? '', source: sourceOf(source) };
      consultations.set(id, (await give(when(day), addConsultation, input)).id);
    });
  }
  for (const one of content.decisions) {
    await at(one.addedOn, async () => {
      const { id: _, addedOn: day, agreements, interests, isConfirmed, source, ...decision } = one;
      const { id } = await give(when(day), addDecision, {
        ...decision,
        present: decision.present.join('\n'),
        groupId: group(decision.group),
        paperIds: decision.papers.map((paper) => lookUp(papers, paper)),
        consultationIds: decision.consultations.map((each) => lookUp(consultations, each)),
        source: sourceOf(source)
      });
      for (const line of agreements) {
        await give(when(day), addAgreement, { ...line, decisionId: id });
      }
      for (const line of interests) {
        await give(when(day), addInterest, { ...line, decisionId: id });
      }
      if (isConfirmed) await give(when(day), confirmDecision, { id, version: 1 });
    });
  }
  const asks = new Map<string, string>();
  for (const { id, addedOn: day, ...one } of content.asks) {
    const { from, to, answer, answeredOn, answerText, source, ...ask } = one;
    await at(day, async () => {
      const added = await give(when(day), addAsk, {
        ...ask,
        fromGroupId: group(from),
        toGroupId: group(to),
        source: sourceOf(source)
      });
      asks.set(id, added.id);
    });
    if (answer === null || answeredOn === null) continue;
    await at(answeredOn, async () => {
      const given = { id: lookUp(asks, id), version: 1, answer, answeredOn, answerText };
      await give(when(answeredOn), answerAsk, given);
    });
  }
  await loadDisputes({ content, hand, groups, at });
  return {
    papers: content.papers.length,
    consultations: content.consultations.length,
    decisions: content.decisions.length,
    asks: content.asks.length,
    disputes: content.disputes.length
  };
}

async function loadDisputes({ content, hand, groups, at }: Given): Promise<void> {
  const ids = new Map<string, string>();
  for (const { id, addedOn: day, ...one } of content.disputes) {
    const { steps, settledOn, settledHow, parties, group, ...dispute } = one;
    await at(day, async () => {
      const added = await give(day === null ? hand : on(hand, day), addDispute, {
        ...dispute,
        parties: parties.join('\n'),
        groupId: group === null ? '' : lookUp(groups, group)
      });
      ids.set(id, added.id);
    });
    for (const { group: stepGroup, ...step } of steps) {
      await at(step.since, async () => {
        const input = { ...step, disputeId: lookUp(ids, id), groupId: lookUp(groups, stepGroup) };
        await give(on(hand, step.since), addDisputeStep, input);
      });
    }
    if (settledOn === null) continue;
    await at(settledOn, async () => {
      const settled = { id: lookUp(ids, id), version: 1, settledOn, settledHow };
      await give(on(hand, settledOn), settleDispute, settled);
    });
  }
}
