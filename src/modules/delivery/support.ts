import type { Aim } from './kinds.ts';
import type { AimSupport } from './support-kinds.ts';

/** How a group stands to an aim that it is to support. `named`: the plan names it, and nobody has said what it gives. */
export type SupportSide = 'accepted' | 'asked' | 'declined' | 'named';

export type Supporter = {
  readonly groupId: string;
  readonly side: SupportSide;
  /** What it gives and what it answered; null where nobody has said. */
  readonly support: AimSupport | null;
};

/**
 * The groups that an aim names as supporting it, each with what it gives and what it answered, in the order of the aim. What was
 * said of a group that the aim no longer names is left out: the aim says who is asked. The group that leads supports nobody but itself.
 */
export function supportersOf(
  aim: Pick<Aim, 'id' | 'leadGroupId' | 'supportedBy'>,
  supports: readonly AimSupport[]
): Supporter[] {
  const named = aim.supportedBy.filter((groupId) => groupId !== aim.leadGroupId);
  return named.map((groupId) => {
    const support = supports.find((one) => one.aimId === aim.id && one.groupId === groupId) ?? null;
    return { groupId, side: support?.answer ?? 'named', support };
  });
}

/** What part a group has in an aim. One that declined has none. */
export function partOf(
  groupId: string,
  aim: Pick<Aim, 'id' | 'leadGroupId' | 'supportedBy'>,
  supports: readonly AimSupport[]
): 'leads' | 'supports' | null {
  if (aim.leadGroupId === groupId) return 'leads';
  const own = supportersOf(aim, supports).find((one) => one.groupId === groupId);
  return own === undefined || own.side === 'declined' ? null : 'supports';
}

/** An aim without the groups that declined to support it, for lists of what a group has a part in. */
export function withoutDeclined<One extends Pick<Aim, 'id' | 'leadGroupId' | 'supportedBy'>>(
  aim: One,
  supports: readonly AimSupport[]
): One {
  const supportedBy = supportersOf(aim, supports)
    .filter(({ side }) => side !== 'declined')
    .map(({ groupId }) => groupId);
  return { ...aim, supportedBy };
}

/** Why the support of a group cannot be asked for, or its answer cannot be taken. */
export type SupportProblem =
  | { readonly kind: 'leads-it' }
  | { readonly kind: 'is-no-supporter' }
  | { readonly kind: 'answered-before-asked' }
  | { readonly kind: 'answered-ahead' }
  | { readonly kind: 'declined-without-reason' };

/** Support is asked of a group that the aim names as supporting it, and never of the one that leads. */
export function supportProblem(
  { groupId }: { readonly groupId: string },
  aim: Pick<Aim, 'leadGroupId' | 'supportedBy'>
): SupportProblem | null {
  if (aim.leadGroupId === groupId) return { kind: 'leads-it' };
  return aim.supportedBy.includes(groupId) ? null : { kind: 'is-no-supporter' };
}

/** An answer is given on a day that has come, not before the group was asked; who declines says why. */
export function answerProblem(
  given: {
    readonly answer: AimSupport['answer'];
    readonly answeredOn: string;
    readonly answerReason: string;
  },
  { askedOn, today }: { readonly askedOn: string | null; readonly today: string }
): SupportProblem | null {
  if (given.answeredOn > today) return { kind: 'answered-ahead' };
  if (askedOn !== null && given.answeredOn < askedOn) return { kind: 'answered-before-asked' };
  return given.answer === 'declined' && given.answerReason === ''
    ? { kind: 'declined-without-reason' }
    : null;
}

/** An answer is to the words it was asked in: where other words are asked for, the group answers again. */
export const unanswered = {
  answer: 'asked',
  answeredOn: null,
  answeredBy: '',
  answerReason: ''
} as const;

/** Whether an answer that is read with what was asked, as from a file, is one: it has a day. */
export function isAnswered(given: {
  readonly answer?: AimSupport['answer'] | undefined;
  readonly answeredOn?: string | null | undefined;
}): boolean {
  return given.answer !== 'asked' && (given.answeredOn ?? null) !== null;
}
