/** The names of the fields, for forms, for pages and for the choice between two versions. */
export const whyLabels = {
  why: 'Why we collect it',
  forWhom: 'For whom',
  usedBy: 'Who uses it',
  workCost: 'What work it costs',
  cameOfIt: 'What came of it'
} as const;

export const sourceLabels = {
  title: 'Name of the source',
  publisher: 'Publisher',
  coverage: 'What it covers',
  strengths: 'Strengths',
  limitations: 'Limitations',
  licence: 'Licence or permission',
  link: 'Link',
  freshOn: 'Newest figures belong to',
  factors: 'Factors it tells of',
  indicatorIds: 'Figures that come from it',
  ...whyLabels
} as const;

export const questionLabels = {
  question: 'Question',
  gap: 'What we do not know',
  factor: 'Factor',
  method: 'How it will be answered',
  dataSourceId: 'Source to be used',
  resource: 'Money and people’s time',
  ownerRole: 'Who answers for it',
  dueOn: 'Answer wanted by',
  status: 'Status'
} as const;

export const findingLabels = { finding: 'What was found', foundOn: 'Found on' } as const;

export const itemLabels = {
  title: 'What is held',
  heldWhere: 'Where it is held',
  subject: 'Can a person be told from it?',
  specialCategory: 'Special category data',
  lawfulBasis: 'Lawful basis',
  specialCondition: 'Special category condition',
  shared: 'Is it shared?',
  sharedWith: 'With whom',
  agreementReference: 'Sharing agreement',
  agreementOn: 'Date of the agreement',
  assessment: 'Data protection impact assessment',
  assessedOn: 'Assessment done on',
  retention: 'How long it is kept',
  ownerRole: 'Who answers for it',
  reviewOn: 'Review by',
  ...whyLabels
} as const;

/** Every label by the name of its field; where a name stands twice, any of them serves to find the field. */
export const labels = {
  ...itemLabels,
  ...questionLabels,
  ...findingLabels,
  ...sourceLabels
} as const;
