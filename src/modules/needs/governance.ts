import { daysBetween } from './days.ts';
import { soonDays } from './questions.ts';
import type { DataItem } from './kinds.ts';
import { entryOf, recognisedBasis, standingOf, type Law } from './law.ts';

/** The steps through which a data item is described, each a page of its own. */
export const steps = [
  'what',
  'basis',
  'recognised',
  'condition',
  'sharing',
  'assessment',
  'complaints',
  'keeping',
  'purpose'
] as const;
export type Step = (typeof steps)[number];

/** What each step asks. */
export const stepFields = {
  what: ['title', 'heldWhere', 'subject', 'specialCategory'],
  basis: ['holder', 'lawfulBasis'],
  recognised: ['recognisedInterest', 'askedBy'],
  condition: ['specialCondition'],
  sharing: [
    'shared',
    'sharedWith',
    'legalGateway',
    'gatewayNote',
    'agreementReference',
    'agreementOn',
    'agreementCheckedOn'
  ],
  assessment: ['assessment', 'assessedOn'],
  complaints: ['complaintsContact'],
  keeping: ['retention', 'ownerRole', 'reviewOn'],
  purpose: ['why', 'forWhom', 'usedBy', 'workCost', 'cameOfIt']
} as const satisfies Readonly<Record<Step, readonly (keyof DataItem)[]>>;

type Kind = Pick<DataItem, 'subject' | 'specialCategory'> & Partial<Pick<DataItem, 'lawfulBasis'>>;

/** Whether it is personal data. Pseudonymous data is: somebody holds the key. */
export function isPersonal(item: Pick<DataItem, 'subject'>): boolean {
  return item.subject !== 'none';
}

/**
 * The steps that a data item asks for, in order. Where nobody can be told from it, the law asks for no basis, no condition, no
 * sharing agreement, no assessment and no way to complain, so none is asked; the condition is asked for special category data alone,
 * and which interest it is where the basis is a recognised legitimate interest.
 * Source: UK GDPR Articles 2, 4(5), 6, 9 and 35 and Annex 1; Data Protection Act 2018, section 164A.
 *
 * @example
 * stepsFor({ subject: 'none', specialCategory: false }) // ['what', 'keeping', 'purpose']
 */
export function stepsFor(item: Kind): Step[] {
  return steps.filter((step) => {
    if (step === 'condition') return isPersonal(item) && item.specialCategory;
    if (step === 'recognised') return isPersonal(item) && item.lawfulBasis === recognisedBasis;
    return isPersonal(item) || step === 'what' || step === 'keeping' || step === 'purpose';
  });
}

/** The step after this one; null after the last, and for a step that is not asked. */
export function stepAfter(step: Step, item: Kind): Step | null {
  const asked = stepsFor(item);
  const place = asked.indexOf(step);
  return place === -1 ? null : (asked[place + 1] ?? null);
}

type Answers = Omit<DataItem, 'id' | 'version'>;

/** The item without the answers to steps that it no longer asks for. */
export function withoutUnasked<Item extends Answers>(item: Item): Item {
  const specialCategory = isPersonal(item) && item.specialCategory;
  const isRecognised = item.lawfulBasis === recognisedBasis;
  const settled = {
    ...item,
    specialCategory,
    specialCondition: specialCategory ? item.specialCondition : null,
    recognisedInterest: isRecognised ? item.recognisedInterest : null,
    askedBy: isRecognised ? item.askedBy : ''
  };
  if (isPersonal(item)) return settled;
  return {
    ...settled,
    holder: null,
    lawfulBasis: null,
    recognisedInterest: null,
    askedBy: '',
    shared: null,
    sharedWith: '',
    legalGateway: null,
    gatewayNote: '',
    agreementReference: '',
    agreementOn: null,
    agreementCheckedOn: null,
    complaintsContact: '',
    assessment: null,
    assessedOn: null
  };
}

/** What an item of the register owes, most pressing first. */
export const dueKinds = [
  'review-passed',
  'assessment-outstanding',
  'agreement-missing',
  'basis-missing',
  'condition-missing',
  'law-ended',
  'law-not-begun',
  'closed-to-authorities',
  'recognised-missing',
  'asker-missing',
  'agreement-older-than-law',
  'complaints-missing',
  'holder-unanswered',
  'sharing-unanswered',
  'assessment-unanswered',
  'retention-missing',
  'owner-missing',
  'review-not-set',
  'review-soon'
] as const;
export type Due = (typeof dueKinds)[number];

/**
 * What an item owes on a day, `2026-11-21`, most pressing first; empty when nothing. A review due today has not passed.
 * An item that is personal and shared owes an agreement, with a reference, until there is one; one that nobody has looked at since
 * the law changed owes a look. What an item rests on is held against the law as it stands on the day.
 */
export function dueOf(item: Omit<DataItem, 'id' | 'version'>, today: string, law: Law): Due[] {
  const asked = stepsFor(item);
  const basis = entryOf(law.bases, item.lawfulBasis);
  const interest = entryOf(law.recognised, item.recognisedInterest);
  const restsOn = [
    basis,
    interest,
    entryOf(law.conditions, item.specialCondition),
    item.shared === true ? entryOf(law.gateways, item.legalGateway) : null
  ].flatMap((one) => (one === null ? [] : [standingOf(one, today)]));
  const lookedAt = [item.agreementOn, item.agreementCheckedOn].flatMap((day) => day ?? []).sort();
  const changed = law.changes.map(({ on }) => on).filter((on) => on <= today);
  const isOld = changed.some((on) => (lookedAt.at(-1) ?? on) < on);
  const reviewIn = item.reviewOn === null ? null : daysBetween(today, item.reviewOn);
  const isDue: Record<Due, boolean> = {
    'review-passed': reviewIn !== null && reviewIn < 0,
    'assessment-outstanding': item.assessment === 'needed',
    'agreement-missing':
      asked.includes('sharing') && item.shared === true && item.agreementReference === '',
    'basis-missing': asked.includes('basis') && item.lawfulBasis === null,
    'condition-missing': asked.includes('condition') && item.specialCondition === null,
    'law-ended': restsOn.includes('ended'),
    'law-not-begun': restsOn.includes('not-begun'),
    'closed-to-authorities':
      item.holder === 'public-authority' && basis?.exceptAuthorities === true,
    'recognised-missing': asked.includes('recognised') && item.recognisedInterest === null,
    'asker-missing': interest?.needsAsker === true && item.askedBy === '',
    'agreement-older-than-law':
      asked.includes('sharing') && item.shared === true && item.agreementReference !== '' && isOld,
    'complaints-missing':
      asked.includes('complaints') &&
      item.complaintsContact === '' &&
      standingOf(law.complaints, today) === 'in-force',
    'holder-unanswered': asked.includes('basis') && item.holder === null,
    'sharing-unanswered': asked.includes('sharing') && item.shared === null,
    'assessment-unanswered': asked.includes('assessment') && item.assessment === null,
    'retention-missing': item.retention === '',
    'owner-missing': item.ownerRole === '',
    'review-not-set': item.reviewOn === null,
    'review-soon': reviewIn !== null && reviewIn >= 0 && reviewIn <= soonDays
  };
  return dueKinds.filter((kind) => isDue[kind]);
}

export type ItemWithDue = DataItem & { readonly due: readonly Due[] };

/** The register with what owes most first: by its most pressing debt, then by review date, then by title. */
export function registerOrder(items: readonly DataItem[], today: string, law: Law): ItemWithDue[] {
  const rank = (item: ItemWithDue): number =>
    item.due[0] === undefined ? dueKinds.length : dueKinds.indexOf(item.due[0]);
  const endOfTime = '9999-12-31';
  return items
    .map((item) => ({ ...item, due: dueOf(item, today, law) }))
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        (one.reviewOn ?? endOfTime).localeCompare(other.reviewOn ?? endOfTime) ||
        one.title.localeCompare(other.title, 'en-GB')
    );
}

type Sharing = Pick<DataItem, 'shared' | 'sharedWith' | 'agreementReference' | 'agreementOn'>;

export type SharingProblem =
  | { readonly kind: 'shared-with-nobody' }
  | { readonly kind: 'agreement-without-date' }
  | { readonly kind: 'date-without-agreement' };

/** Refuses sharing with nobody named, and an agreement of which only the reference or only the date is given. */
export function sharingProblem(sharing: Sharing): SharingProblem | null {
  if (sharing.shared !== true) return null;
  if (sharing.sharedWith === '') return { kind: 'shared-with-nobody' };
  const hasReference = sharing.agreementReference !== '';
  if (hasReference && sharing.agreementOn === null) return { kind: 'agreement-without-date' };
  if (!hasReference && sharing.agreementOn !== null) return { kind: 'date-without-agreement' };
  return null;
}

/** An assessment that is done has a day on which it was done. */
export function assessmentProblem(
  item: Pick<DataItem, 'assessment' | 'assessedOn'>
): { readonly kind: 'assessed-without-date' } | null {
  return item.assessment === 'done' && item.assessedOn === null
    ? { kind: 'assessed-without-date' }
    : null;
}
