import type {
  ActorStakeholderKind,
  Engagement,
  LinkDirection,
  LinkStrength,
  Marker,
  Move
} from './types.ts';

/** The words of kinds, engagement, markers and links, as pages, drawing and files say them. */
export const kindNames: Readonly<Record<ActorStakeholderKind, string>> = {
  primary: 'Primary',
  secondary: 'Secondary',
  key: 'Key'
};

export const kindHints: Readonly<Record<ActorStakeholderKind, string>> = {
  primary: 'Uses services, or is meant to benefit',
  secondary: 'Works with them or is responsible for them, or its work is affected',
  key: 'Has a particular influence here'
};

export const engagementNames: Readonly<Record<Engagement, string>> = {
  strong: 'Strong',
  moderate: 'Moderate',
  weak: 'Weak',
  none: 'None'
};

/** The letter that stands in an actor’s mark. */
export const engagementLetters: Readonly<Record<Engagement, string>> = {
  strong: 'S',
  moderate: 'M',
  weak: 'W',
  none: 'N'
};

export const markerNames: Readonly<Record<Marker, string>> = {
  momentum: 'Momentum',
  blockage: 'Blockage',
  opportunity: 'Opportunity'
};

export const markerHints: Readonly<Record<Marker, string>> = {
  momentum: 'Something is moving here',
  blockage: 'Something is stuck here',
  opportunity: 'Something could be done here'
};

export const strengthNames: Readonly<Record<LinkStrength, string>> = {
  strong: 'Strong or established',
  weak: 'Weak or emerging'
};

export const directionNames: Readonly<Record<LinkDirection, string>> = {
  'one-way': 'From the first to the second',
  'both-ways': 'Both ways',
  none: 'No direction'
};

export const moveNames: Readonly<Record<Move, string>> = {
  nearer: 'Nearer',
  further: 'Further',
  'next-sector': 'Next sector'
};

export const ringNames: Readonly<Record<number, string>> = {
  1: '1, nearest the middle',
  2: '2',
  3: '3',
  4: '4, outermost'
};

export const noSectorName = 'No sector yet';
export const notSaid = 'Not said';

/** Six questions by which a group finds who is missing. The toolkit asks them; the wording is ours. */
export const missingPrompts: readonly {
  readonly id: string;
  readonly question: string;
  readonly such: string;
}[] = [
  {
    id: 'meet',
    question: 'Whom do the people in the middle meet often, and where?',
    such: 'Teachers, a place of worship, a shop'
  },
  {
    id: 'support',
    question: 'Who supports or influences those whom they meet?',
    such: 'A union, an association of nurseries'
  },
  {
    id: 'shape',
    question: 'Which local, regional, national or international bodies shape what happens to them?',
    such: 'The council, a government department'
  },
  { id: 'fund', question: 'Who pays for these people, places and bodies?', such: 'A foundation' },
  { id: 'research', question: 'Who studies the matter?', such: 'A university' },
  { id: 'policy', question: 'Who sets the policy?', such: 'A committee, a minister' }
];
