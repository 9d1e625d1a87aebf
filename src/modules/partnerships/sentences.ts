import type { ChangedMeanwhile } from '#platform/command';
import type { PasswordProblem, SignInProblem } from './types.ts';

/** The sentences beside this module's fields. */
export const fieldSentences = {
  email: 'Enter an e-mail address, like name@example.org',
  name: 'Enter a name',
  password: 'Enter a password',
  role: 'Choose a role from the list',
  partnershipName: 'Enter the name of the partnership',
  slug: 'Use lower-case letters, digits and hyphens only, like perth-and-kinross',
  tooLong: 'This is too long: shorten it',
  areaCode: 'Enter a nine-character area code, like E08000009, or leave it empty'
} as const;

export type PartnershipProblem =
  | SignInProblem
  | PasswordProblem
  | ChangedMeanwhile
  | { readonly kind: 'already-member' }
  | { readonly kind: 'last-coordinator' }
  | { readonly kind: 'slug-taken' }
  | { readonly kind: 'slug-needed' }
  | { readonly kind: 'email-taken' }
  | { readonly kind: 'link-used-or-expired' }
  | { readonly kind: 'sign-in-first'; readonly email: string }
  | { readonly kind: 'already-set-up' }
  | { readonly kind: 'wrong-set-up-code' };

/** What happened and what to do now, in plain words. */
export function explainPartnershipProblem(problem: PartnershipProblem): string {
  switch (problem.kind) {
    case 'sign-in-refused':
      return 'The e-mail address or the password is not right. Check both and try again.';
    case 'too-many-attempts':
      return `There were too many attempts. Wait ${problem.minutes} ${problem.minutes === 1 ? 'minute' : 'minutes'} and try again.`;
    case 'password-too-short':
      return `Use at least ${problem.fewest} characters. Three or four words together work well.`;
    case 'password-too-common':
      return 'This password is easy to guess. Use three or four words that do not belong together.';
    case 'password-names-you':
      return 'Leave your own name and e-mail address out of the password.';
    case 'changed-meanwhile':
      return 'Somebody else saved this while you were writing. Compare the two versions and choose.';
    case 'already-member':
      return 'This person is already a member of the partnership.';
    case 'last-coordinator':
      return 'A partnership needs a coordinator. Make someone else coordinator first.';
    case 'slug-taken':
      return 'Another partnership here already has this address. Choose another.';
    case 'slug-needed':
      return 'No web address can be made of this name. Enter one, in the letters a to z, digits and hyphens, like perth-and-kinross.';
    case 'email-taken':
      return 'Someone with this e-mail address already has an account.';
    case 'link-used-or-expired':
      return 'This link was used already or has run out. Ask the coordinator for a new one.';
    case 'sign-in-first':
      return `Sign in as ${problem.email}, then open the link again.`;
    case 'already-set-up':
      return 'This Cairn has been set up. Sign in, or ask its administrator for an account.';
    case 'wrong-set-up-code':
      return 'The set-up code is not right. It is printed where Cairn was started.';
  }
}

/** Roles as people read them. */
export const roleNames = {
  reader: 'Reader',
  contributor: 'Contributor',
  lead: 'Lead',
  coordinator: 'Coordinator',
  'visiting-officer': 'Visiting officer'
} as const;

/** What each role may do, for whoever chooses one. */
export const roleHints = {
  reader: 'Sees everything and changes nothing',
  contributor: 'Records tests, data, services and notes',
  lead: 'Also changes plans, priorities and the strategy, and publishes',
  coordinator: 'Also looks after people, details and imports'
} as const;

export const partnershipKindNames = {
  place: 'Partnership of one place',
  collaborative: 'Collaborative of several places'
} as const;
