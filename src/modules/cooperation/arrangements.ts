import { dayAfter } from '#core/written-dates';
import type { HeadlineActivity, Policy, PolicyStanding } from './types.ts';

/** Governance beyond the groups: what may be written down of it, and where each policy of a partner stands. */

/**
 * Headline activities out of lines that a person typed. The first colon parts what is done from the arrangement that fits it.
 * @example
 * activitiesFromText('Buying training: one contract') // [{ activity: 'Buying training', arrangement: 'one contract' }]
 */
export function activitiesFromText(text: string): HeadlineActivity[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return colon === -1
        ? { activity: line, arrangement: '' }
        : { activity: line.slice(0, colon).trim(), arrangement: line.slice(colon + 1).trim() };
    });
}

/** The same lines again. */
export function activitiesAsText(activities: readonly HeadlineActivity[]): string {
  return activities
    .map(({ activity, arrangement }) =>
      arrangement === '' ? activity : `${activity}: ${arrangement}`
    )
    .join('\n');
}

export type ArrangementProblem =
  { readonly kind: 'one-form-already' } | { readonly kind: 'agreed-ahead' } | PolicyProblem;

type PolicyProblem =
  | { readonly kind: 'seen-missing' }
  | { readonly kind: 'seen-without-being-seen'; readonly field: 'seenOn' | 'validUntil' }
  | { readonly kind: 'seen-ahead' }
  | { readonly kind: 'ends-before-seen' }
  | { readonly kind: 'not-needed-without-reason' };

type PolicyDays = {
  readonly standing: PolicyStanding;
  readonly seenOn: string | null;
  readonly validUntil: string | null;
};

/** Why this may not be said of a partner's policy, or null. `today` is `YYYY-MM-DD`. */
export function policyProblem(
  { standing, seenOn, validUntil, note }: PolicyDays & { readonly note: string },
  today: string
): PolicyProblem | null {
  if (standing !== 'seen') {
    if (seenOn !== null) return { kind: 'seen-without-being-seen', field: 'seenOn' };
    if (validUntil !== null) return { kind: 'seen-without-being-seen', field: 'validUntil' };
    return standing === 'not-needed' && note === '' ? { kind: 'not-needed-without-reason' } : null;
  }
  if (seenOn === null) return { kind: 'seen-missing' };
  if (seenOn > today) return { kind: 'seen-ahead' };
  return validUntil !== null && validUntil < seenOn ? { kind: 'ends-before-seen' } : null;
}

/** How many days ahead the end of a policy is spoken of: time enough to ask for the next one. The number is ours. */
const soonInDays = 60;

/** Where a partner's policy stands on a day; `not-seen` also where nothing is written down of it. */
export type PolicyState = 'not-seen' | 'asked-for' | 'not-needed' | 'seen' | 'ends-soon' | 'ended';

export function policyState(policy: PolicyDays | undefined, today: string): PolicyState {
  if (policy === undefined) return 'not-seen';
  if (policy.standing !== 'seen') return policy.standing;
  const { validUntil } = policy;
  if (validUntil === null) return 'seen';
  if (validUntil < today) return 'ended';
  return validUntil <= dayAfter(today, soonInDays) ? 'ends-soon' : 'seen';
}

/** The policies of each partner, in the order of the partners: one place for each policy, also where nothing is written down. */
export function policiesByPartner<
  Given extends PolicyDays & { readonly bodyId: string; readonly policy: Policy }
>(
  partners: readonly { readonly id: string; readonly title: string }[],
  written: readonly Given[],
  { asked, today }: { readonly asked: readonly Policy[]; readonly today: string }
) {
  return partners.map((partner) => ({
    ...partner,
    policies: asked.map((policy) => {
      const found = written.find((one) => one.bodyId === partner.id && one.policy === policy);
      return { policy, written: found ?? null, state: policyState(found, today) };
    })
  }));
}
