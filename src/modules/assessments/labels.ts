import type { AskedStanding, BarrierKind, RoundStatus, Sector } from './types.ts';

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

export const cannotSayName = 'Cannot say';
