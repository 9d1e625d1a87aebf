/** The names of the fields, for forms, for warnings and for the choice between two versions. */
export const membershipLabels = {
  role: 'Role here',
  organisation: 'Organisation',
  jobRole: 'What they do'
} as const;

export const partnershipLabels = {
  name: 'Name',
  about: 'About this partnership',
  vision: 'Vision',
  visionAgreedOn: 'Vision agreed on',
  visionAgreedBy: 'Vision agreed by',
  visionOwner: 'Who looks after the vision'
} as const;

export const tokenLabels = { name: 'Name', purpose: 'What it is for' } as const;
