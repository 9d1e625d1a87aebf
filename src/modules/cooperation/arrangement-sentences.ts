import { sayDate } from '#core/written-dates';
import { listed } from '#core/written-lists';
import type { GovernancePart, LegalFormRecord, PartnerCommitment, PartnerPolicy } from './kinds.ts';
import { policiesByPartner, type PolicyState } from './arrangements.ts';
import { legalFormNames, partNames, policyNames } from './labels.ts';
import {
  governanceFeatures,
  governanceFunctions,
  policies,
  type GovernancePartName
} from './types.ts';

/** Something that is missing, and where to mend it, below the partnership's own address. */
export type ArrangementGap = { readonly text: string; readonly path: string };

type Titled = readonly { readonly id: string; readonly title: string }[];

/** Governance beyond the groups as it is written down. */
export type Arrangements = {
  readonly parts: readonly GovernancePart[];
  readonly form: LegalFormRecord | null;
  readonly commitments: readonly PartnerCommitment[];
  readonly policies: readonly PartnerPolicy[];
  /** The bodies of the plan, which are its partners. */
  readonly bodies: Titled;
};

const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** "is" or "are". */
const be = (count: number): string => (count === 1 ? 'is' : 'are');

/**
 * What the arrangements lack, in sentences, in the order of the page. `today` is `YYYY-MM-DD`.
 * Assumes: a policy that was asked for and not seen is missing all the same.
 */
export function arrangementGaps(all: Arrangements, today: string): ArrangementGap[] {
  return [
    ...partGaps(all.parts),
    ...formGaps(all.form, today),
    ...commitmentGaps(all, today),
    ...policyGaps(all, today)
  ];
}

const isSeenTo = ({ doneBy, groupIds }: GovernancePart): boolean =>
  doneBy !== '' || groupIds.length > 0;

function partGaps(parts: readonly GovernancePart[]): ArrangementGap[] {
  const find = (name: GovernancePartName) => parts.find(({ part }) => part === name);
  const path = '/plan/arrangements';
  const nobody = governanceFunctions.filter((name) => {
    const found = find(name);
    return found === undefined || !isSeenTo(found);
  });
  const undescribed = governanceFeatures.filter((name) => (find(name)?.how ?? '') === '');
  const stuck = parts.filter(({ gap, nextStep }) => gap !== '' && nextStep === '');
  const quoted = (names: readonly GovernancePartName[]) =>
    listed(names.map((name) => `“${partNames[name]}”`));
  return [
    ...(nobody.length === 0
      ? []
      : [
          {
            text: `Nobody is named for ${nobody.length} of the ${governanceFunctions.length} functions: ${quoted(nobody)}.`,
            path
          }
        ]),
    ...(undescribed.length === 0
      ? []
      : [
          {
            text: `It is not said how ${undescribed.length} of the ${governanceFeatures.length} features show: ${quoted(undescribed)}.`,
            path
          }
        ]),
    ...stuck.map(({ id, part }) => ({
      text: `Something is missing in “${partNames[part]}”, and no next step is named.`,
      path: `${path}/${id}`
    }))
  ];
}

function formGaps(form: LegalFormRecord | null, today: string): ArrangementGap[] {
  if (form === null) {
    const path = '/plan/arrangements/form/new';
    return [{ text: 'The legal form is not written down.', path }];
  }
  const path = `/plan/arrangements/form/${form.id}`;
  const unfitted = form.activities.filter(({ arrangement }) => arrangement === '').length;
  return [
    ...(form.activities.length === 0
      ? [{ text: 'No headline activity is listed, so nobody can say whether the form fits.', path }]
      : []),
    ...(unfitted === 0
      ? []
      : [
          {
            text: `${unfitted} headline ${unfitted === 1 ? 'activity has' : 'activities have'} no arrangement named.`,
            path
          }
        ]),
    ...(form.agreedOn === null
      ? [{ text: 'It is not said when the legal form was agreed.', path }]
      : []),
    ...(form.reviewBy === null
      ? [{ text: 'No day is named on which the arrangements are looked at again.', path }]
      : form.reviewBy < today
        ? [
            {
              text: `The arrangements were to be looked at again by ${sayDate(form.reviewBy)}.`,
              path: '/plan/arrangements/review'
            }
          ]
        : [])
  ];
}

function commitmentGaps({ bodies, commitments }: Arrangements, today: string): ArrangementGap[] {
  const without = bodies.filter(({ id }) => !commitments.some(({ bodyId }) => bodyId === id));
  const broken = commitments.filter(({ standing }) => standing === 'not-kept').length;
  const late = commitments.filter(({ reviewBy }) => reviewBy !== null && reviewBy < today).length;
  const path = '/plan/commitments';
  return [
    ...(bodies.length === 0
      ? [{ text: 'No partner body is listed in the plan.', path: '/plan/bodies/new' }]
      : []),
    ...(without.length === 0
      ? []
      : [
          {
            text: `No commitment is written down of ${listed(without.map(({ title }) => title))}.`,
            path
          }
        ]),
    ...(broken === 0
      ? []
      : [
          {
            text: `${broken} ${broken === 1 ? 'commitment is' : 'commitments are'} not kept.`,
            path
          }
        ]),
    ...(late === 0
      ? []
      : [
          {
            text: `${late} ${late === 1 ? 'commitment was' : 'commitments were'} to be looked at again by now.`,
            path
          }
        ])
  ];
}

function policyGaps(
  { bodies, policies: written }: Pick<Arrangements, 'bodies' | 'policies'>,
  today: string
): ArrangementGap[] {
  const path = '/plan/policies';
  return policiesByPartner(bodies, written, { asked: policies, today }).flatMap((partner) => {
    const having = (...states: readonly PolicyState[]) =>
      partner.policies
        .filter(({ state }) => states.includes(state))
        .map(({ policy }) => small(policyNames[policy]));
    const unseen = having('not-seen', 'asked-for');
    const ended = having('ended');
    const said = [
      unseen.length === policies.length ? 'no policy is seen' : '',
      unseen.length > 0 && unseen.length < policies.length
        ? `${listed(unseen)} ${be(unseen.length)} not seen`
        : '',
      ended.length > 0 ? `${listed(ended)} ${ended.length === 1 ? 'has' : 'have'} ended` : ''
    ].filter((part) => part !== '');
    return said.length === 0 ? [] : [{ text: `${partner.title}: ${said.join('; ')}.`, path }];
  });
}

/**
 * Governance as a strategy prints it: the legal form, who sees to each function, and what each partner commits to. Whether that is
 * kept, which policies were seen, and what is missing, is nothing for a reader of the strategy.
 */
export function arrangementLines(
  { form, parts, commitments, bodies }: Arrangements,
  groups: Titled
): { text: string; note: string; path: string }[] {
  const path = '/plan/arrangements';
  const named = (words: readonly string[]) => words.filter((one) => one !== '');
  const agreed = form?.agreedOn ?? null;
  return [
    ...(form === null
      ? []
      : [
          {
            text: `Legal form: ${small(legalFormNames[form.form])}`,
            note: named([
              form.leadBody === '' ? '' : `Led or hosted by ${form.leadBody}.`,
              agreed === null
                ? ''
                : `Agreed ${sayDate(agreed)}${form.agreedBy === '' ? '' : ` by ${form.agreedBy}`}.`
            ]).join(' '),
            path
          }
        ]),
    ...governanceFunctions.flatMap((name) => {
      const one = parts.find(({ part }) => part === name);
      if (one === undefined || !isSeenTo(one)) return [];
      const who = groups.filter(({ id }) => one.groupIds.includes(id)).map(({ title }) => title);
      return [
        { text: `${partNames[name]}: ${listed(named([one.doneBy, ...who]))}`, note: one.how, path }
      ];
    }),
    ...bodies.flatMap(({ id, title }) =>
      commitments
        .filter(({ bodyId }) => bodyId === id)
        .map(({ commitment }) => ({
          text: `${title}: ${commitment}`,
          note: '',
          path: '/plan/commitments'
        }))
    )
  ];
}

/** Where a policy of a partner stands, with its days, as a cell says it. */
export function policyWords(
  state: PolicyState,
  days: { readonly seenOn: string | null; readonly validUntil: string | null } | null
): string {
  const seen = days?.seenOn ?? null;
  const until = days?.validUntil ?? null;
  switch (state) {
    case 'not-seen':
      return 'Not seen';
    case 'asked-for':
      return 'Asked for, not seen yet';
    case 'not-needed':
      return 'Not needed';
    case 'ended':
      return until === null ? 'Ended' : `Ended ${sayDate(until)}`;
    case 'seen':
    case 'ends-soon': {
      const words = seen === null ? 'Seen' : `Seen ${sayDate(seen)}`;
      return until === null ? words : `${words}, valid until ${sayDate(until)}`;
    }
  }
}
