import type { ApprovalState, AskedOfBody, BodyKind, Uptake, VersionReason } from './types.ts';

type Names<Value extends string> = Readonly<Record<Value, string>>;

export const bodyKindNames: Names<BodyKind> = {
  council: 'Council',
  'health-board': 'Health board or trust',
  'joint-board': 'Joint board',
  school: 'School or group of schools',
  nursery: 'Nursery or childminders',
  voluntary: 'Voluntary sector',
  police: 'Police',
  'chief-officers': 'Chief officers',
  group: 'Group of the partnership',
  other: 'Another body'
};

/** How several of one kind are spoken of, for “approved by 2 of 3 councils”. */
export const bodyKindPlurals: Names<BodyKind> = {
  council: 'councils',
  'health-board': 'health boards',
  'joint-board': 'joint boards',
  school: 'schools',
  nursery: 'nurseries',
  voluntary: 'voluntary bodies',
  police: 'police bodies',
  'chief-officers': 'groups of chief officers',
  group: 'groups',
  other: 'bodies'
};

export const versionReasonNames: Names<VersionReason> = {
  first: 'The first version',
  data: 'What the figures show',
  'other-plans': 'Other plans',
  staff: 'What staff say',
  partners: 'What partners say',
  guidance: 'New guidance or law',
  detail: 'Detail that was to be added'
};

export const askedNames: Names<AskedOfBody> = { approve: 'To approve it', note: 'To note it' };

export const approvalStateNames: Names<ApprovalState> = {
  waiting: 'Waiting',
  noted: 'Noted',
  approved: 'Approved',
  'approved-subject-to': 'Approved subject to conditions',
  declined: 'Declined'
};

export const uptakeNames: Names<Uptake> = {
  adopted: 'Adopts it as it is',
  varied: 'Has a variant of its own',
  declined: 'Does not take part',
  'not-stated': 'Takes part; how is not stated'
};
