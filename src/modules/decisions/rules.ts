import type { WorkingGroup } from '#modules/groups';
import type { Ask, Consultation, Decision, Dispute, DisputeStep } from './kinds.ts';
import type { Level } from './types.ts';

/** What keeps a decision from being saved. */
export type DecisionProblem =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'nobody-decided' }
  | { readonly kind: 'conditions-missing' }
  | { readonly kind: 'due-without-conditions' }
  | { readonly kind: 'day-ahead'; readonly field: string }
  | { readonly kind: 'corrects-itself' }
  | { readonly kind: 'corrects-a-draft' };

type Saved = Pick<
  Decision,
  'kind' | 'groupId' | 'body' | 'decidedOn' | 'conditions' | 'conditionsDueOn' | 'supersedesId'
>;

/**
 * Why a decision may not be saved as it is, or null. `stored` is the decision before, null for a new one; `corrected` the one that it
 * says it corrects.
 */
export function decisionProblem(
  values: Saved,
  {
    stored,
    corrected,
    today
  }: {
    readonly stored: Pick<Decision, 'id' | 'confirmedAt'> | null;
    readonly corrected: Pick<Decision, 'id' | 'confirmedAt'> | null;
    readonly today: string;
  }
): DecisionProblem | null {
  if (stored !== null && stored.confirmedAt !== null) return { kind: 'confirmed' };
  if (values.groupId === null && values.body === '') return { kind: 'nobody-decided' };
  if (values.decidedOn !== null && values.decidedOn > today) {
    return { kind: 'day-ahead', field: 'decidedOn' };
  }
  if (values.kind === 'approved-subject-to' && values.conditions === '') {
    return { kind: 'conditions-missing' };
  }
  if (values.conditionsDueOn !== null && values.conditions === '') {
    return { kind: 'due-without-conditions' };
  }
  if (values.supersedesId !== null && values.supersedesId === stored?.id) {
    return { kind: 'corrects-itself' };
  }
  if (corrected !== null && corrected.confirmedAt === null) return { kind: 'corrects-a-draft' };
  return null;
}

/** A step of the ladder on which disputes are settled. */
export type Rung = { readonly groupId: string; readonly level: Level };

/**
 * The steps on which a dispute that arose in a group is dealt with, the nearest first: the group itself, its senior sponsor where it
 * has one, then in the same way the groups it reports to, level by level. A group stands once, so a circle of reporting lines ends.
 */
export function ladderOf(
  groupId: string,
  groups: readonly Pick<WorkingGroup, 'id' | 'seniorSponsor' | 'reportsTo'>[]
): Rung[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const rungs: Rung[] = [];
  const seen = new Set<string>();
  let level = [groupId];
  while (level.length > 0) {
    const next: string[] = [];
    for (const id of level) {
      const group = byId.get(id);
      if (group === undefined || seen.has(id)) continue;
      seen.add(id);
      rungs.push({ groupId: id, level: 'group' });
      if (group.seniorSponsor !== '') rungs.push({ groupId: id, level: 'sponsor' });
      next.push(...group.reportsTo);
    }
    level = next;
  }
  return rungs;
}

/** The latest of its steps, which says where a dispute is now; of two on one day the last listed; null while nobody deals with it. */
export function latestStep<Step extends Pick<DisputeStep, 'since'>>(
  steps: readonly Step[]
): Step | null {
  return (
    steps
      .toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0))
      .at(-1) ?? null
  );
}

/** The rung above the highest one that a dispute has been on; null at the top, or where nothing says what is above. */
export function nextRung(
  rungs: readonly Rung[],
  steps: readonly Pick<DisputeStep, 'groupId' | 'level'>[]
): Rung | null {
  const places = steps.map((step) =>
    rungs.findIndex((rung) => rung.groupId === step.groupId && rung.level === step.level)
  );
  return rungs[Math.max(-1, ...places) + 1] ?? null;
}

/** What keeps a step of a dispute, or its settlement, from being saved. */
export type DisputeProblem =
  | { readonly kind: 'before-it-was-raised'; readonly field: string }
  | { readonly kind: 'before-its-last-step'; readonly field: string }
  | { readonly kind: 'after-it-was-settled'; readonly field: string }
  | { readonly kind: 'day-ahead'; readonly field: string };

/** Why a day may not be the one since which a step deals with a dispute, or null. */
export function stepProblem(
  since: string,
  dispute: Pick<Dispute, 'raisedOn' | 'settledOn'>,
  today: string
): DisputeProblem | null {
  if (since > today) return { kind: 'day-ahead', field: 'since' };
  if (dispute.settledOn !== null && since > dispute.settledOn) {
    return { kind: 'after-it-was-settled', field: 'since' };
  }
  if (since < dispute.raisedOn) return { kind: 'before-it-was-raised', field: 'since' };
  return null;
}

/** Why a dispute may not have been settled on a day, or null. */
export function settlementProblem(
  settledOn: string,
  dispute: Pick<Dispute, 'raisedOn'>,
  {
    steps,
    today
  }: { readonly steps: readonly Pick<DisputeStep, 'since'>[]; readonly today: string }
): DisputeProblem | null {
  if (settledOn > today) return { kind: 'day-ahead', field: 'settledOn' };
  if (settledOn < dispute.raisedOn) return { kind: 'before-it-was-raised', field: 'settledOn' };
  const last = latestStep(steps);
  return last !== null && settledOn < last.since
    ? { kind: 'before-its-last-step', field: 'settledOn' }
    : null;
}

/** Whether an ask goes to exactly one: a group, or a body outside. */
export function goesToOne({ toGroupId, toBody }: Pick<Ask, 'toGroupId' | 'toBody'>): boolean {
  return (toGroupId === null) !== (toBody === '');
}

/** Whether those who were consulted are still to be told what came of it. */
export function owesWord({
  tellBackBy,
  toldBackOn
}: Pick<Consultation, 'tellBackBy' | 'toldBackOn'>): boolean {
  return tellBackBy !== null && toldBackOn === null;
}

/** Whether conditions of a confirmed decision are still to be met. */
export function owesConditions(
  decision: Pick<Decision, 'conditions' | 'conditionsMetOn' | 'confirmedAt'>
): boolean {
  return (
    decision.confirmedAt !== null && decision.conditions !== '' && decision.conditionsMetOn === null
  );
}
