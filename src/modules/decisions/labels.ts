import type {
  AskAnswer,
  AskKind,
  Consulted,
  ConsultationWay,
  DecisionKind,
  InterestAnswer,
  InterestKind,
  Level,
  PaperKind,
  PaperStatus
} from './types.ts';

type Names<Value extends string> = Readonly<Record<Value, string>>;

export const paperKindNames: Names<PaperKind> = {
  'starter-paper': 'Starter paper',
  'framework-proposal': 'Framework proposal',
  'core-script': 'Core script',
  'short-paper': 'Short paper',
  'insight-brief': 'Insight brief',
  report: 'Report',
  minutes: 'Minutes',
  other: 'Another paper'
};
export const paperKindHints: Partial<Names<PaperKind>> = {
  'starter-paper': 'What, why and how, for those who are to begin',
  'core-script': 'What everybody says of the work, in the same words',
  'insight-brief': 'What evidence and local need say together'
};
export const paperStatusNames: Names<PaperStatus> = { draft: 'Draft', final: 'Final' };

export const decisionKindNames: Names<DecisionKind> = {
  noted: 'Noted',
  agreed: 'Agreed',
  approved: 'Approved',
  'approved-subject-to': 'Approved subject to conditions',
  referred: 'Referred to another body',
  declined: 'Declined'
};
export const decisionKindHints: Partial<Names<DecisionKind>> = {
  noted: 'Received, without agreeing or declining',
  'approved-subject-to': 'Say below which conditions'
};

export const interestKindNames: Names<InterestKind> = {
  financial: 'Financial',
  strategic: 'Strategic',
  other: 'Another interest'
};
export const interestAnswerNames: Names<InterestAnswer> = {
  noted: 'Noted, and took part',
  'no-vote': 'Spoke, and did not vote',
  'left-the-room': 'Left the room'
};

export const levelNames: Names<Level> = {
  group: 'The group itself',
  sponsor: 'Its senior sponsor and lead official'
};

export const consultationWayNames: Names<ConsultationWay> = {
  told: 'They were told',
  asked: 'They were asked'
};
export const consultedNames: Names<Consulted> = {
  children: 'Children',
  parents: 'Parents and carers',
  practitioners: 'Practitioners',
  partners: 'Partner organisations',
  'trade-unions': 'Trade unions',
  community: 'Community groups',
  'elected-members': 'Elected members',
  others: 'Others'
};

export const askKindNames: Names<AskKind> = {
  ask: 'Ask',
  obstacle: 'Obstacle',
  opportunity: 'Opportunity'
};
export const askKindHints: Names<AskKind> = {
  ask: 'A decision, money, time or a change of rules that others could give',
  obstacle: 'Something in the way that somebody else can remove',
  opportunity: 'Something seen that another group could use'
};
export const askAnswerNames: Names<AskAnswer> = {
  none: 'No answer yet',
  yes: 'Yes',
  partly: 'In part',
  no: 'No'
};
