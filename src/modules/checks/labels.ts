import type { CheckRule, CheckState } from './types.ts';

export const checkStateNames: Readonly<Record<CheckState, string>> = {
  met: 'Met',
  partly: 'Partly met',
  'not-yet': 'Not yet',
  'cannot-tell': 'Cannot tell'
};

/** What each rule looks at, as a coordinator chooses among them. */
export const checkRuleNames: Readonly<Record<CheckRule, string>> = {
  vision: 'A vision is written, and the bodies of the plan approved it',
  needs: 'Each priority has an indicator, and figures come in time',
  services: 'Services are listed and tied to what they work on',
  resources: 'Each open action has a named resource',
  matching: 'Each factor with a figure of need has a service',
  indicators: 'Each indicator has a baseline, a target and an owner',
  consultation: 'Children, parents, practitioners and unions were asked',
  smart: 'Aims and actions are specific, measured, led, resourced and dated',
  governance: 'Groups have a purpose, lead, sponsor and line of reporting',
  reporting: 'A report was made within twelve months',
  priorities: 'Three to five priorities, each measured',
  figures: 'Each indicator has a figure set beside another',
  policy: 'Each open aim names the national policy that it serves',
  links: 'Aims are linked to other plans or aims',
  ownership: 'Children, parents and practitioners were asked, and bodies approved the plan',
  sectors: 'Council, health, schools, nurseries and voluntary sector approved the plan',
  'need-and-gaps': 'Each factor of the plan has a figure of need, and a service or an action',
  delivery: 'Actions have leads and dates, indicators targets; a report within the year',
  spread: 'A test helped, and a roll-out says of how many settings',
  'development-target': 'A target for a good level of development',
  'poverty-target': 'A target for children eligible for free school meals',
  'two-year-olds': 'A target for early learning of two-year-olds',
  parents: 'Parents were asked, and something changed because of it'
};
