import type {
  AskedStanding,
  BarrierKind,
  EvidenceKind,
  RoundStatus,
  Sector,
  Validator
} from './types.ts';

/** The words of sectors, standings, states and barriers, as pages and files say them. */
export const sectorNames: Readonly<Record<Sector, string>> = {
  council: 'Council',
  health: 'Health',
  'early-education': 'Nurseries and other early education',
  schools: 'Schools',
  voluntary: 'Voluntary and community organisations',
  families: 'Parents and families',
  other: 'Another sector'
};

export const standingNames: Readonly<Record<AskedStanding, string>> = {
  none: 'Has not answered',
  begun: 'Has begun',
  done: 'Has answered'
};

/** The same, said to the person whose answer it is. */
export const ownStandingNames: Readonly<Record<AskedStanding, string>> = {
  none: 'You have not answered',
  begun: 'You have begun',
  done: 'You have answered'
};

export const statusNames: Readonly<Record<RoundStatus, string>> = {
  open: 'Everybody answers alone',
  revealed: 'The spread is shown',
  agreed: 'Agreed',
  closed: 'Closed'
};

export const barrierKindNames: Readonly<Record<BarrierKind, string>> = {
  money: 'Money',
  time: 'Time and people',
  skills: 'Skills',
  information: 'Information',
  agreement: 'No agreement',
  law: 'Rules or law',
  other: 'Something else'
};

export const evidenceKindNames: Readonly<Record<EvidenceKind, string>> = {
  figure: 'A figure',
  test: 'A test of change',
  voice: 'What people said',
  finding: 'A finding of a visit',
  document: 'A document'
};

export const validatorNames: Readonly<Record<Validator, string>> = {
  peer: 'A peer from another setting or partnership',
  'visiting-officer': 'A visiting officer'
};

export const cannotSayName = 'Cannot say';
