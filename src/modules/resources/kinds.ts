import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import {
  foundFromNames,
  impactNames,
  likelihoodNames,
  resourceKindHints,
  resourceKindNames,
  riskKindNames,
  riskStatusNames,
  unitNames
} from './labels.ts';
import { fieldSentences as say, largestAmount } from './sentences.ts';
import {
  foundFroms,
  impacts,
  likelihoods,
  resourceKinds,
  riskKinds,
  riskStatuses,
  units
} from './types.ts';

const aims = { table: 'aim', title: 'title', order: ['position', { words: 'title' }] } as const;

// No form asks from which page of a document a record was read.
const source = field.kept(v.pipe(v.string(), v.trim(), v.maxLength(400)), {
  label: 'Source',
  isLookedThrough: true
});

/** Something that might go wrong with the plan. */
export const riskKind = kind('risk', {
  name: 'resources.risk',
  permission: 'resources:edit',
  title: 'title',
  order: [{ words: 'title' }],
  words: {
    one: 'risk',
    add: 'Add a risk',
    addButton: 'Add the risk',
    added: 'The risk is in the register.',
    change: 'Change this risk',
    changed: 'The risk is saved.',
    remove: 'Remove this risk',
    removal: 'Usually it is better to say that it is no longer a risk, and why. Its history stays.',
    removed: 'The risk is no longer in the register.'
  },
  fields: {
    title: field.line({
      label: 'What might happen',
      hint: 'And what follows from it, in one sentence',
      needed: say.risk
    }),
    kind: field.oneOf({
      label: 'What kind of risk',
      options: riskKinds,
      names: riskKindNames,
      needed: say.riskKind,
      as: 'select'
    }),
    likelihood: field.oneOf({
      label: 'How likely it is',
      options: likelihoods,
      names: likelihoodNames,
      needed: say.likelihood,
      inline: true
    }),
    impact: field.oneOf({
      label: 'How bad it would be',
      options: impacts,
      names: impactNames,
      needed: say.impact
    }),
    response: field.text({
      label: 'What is done about it',
      hint: 'To make it less likely or less bad'
    }),
    ownerRole: field.line({ label: 'Looked after by', hint: 'A role', most: 200 }),
    reviewOn: field.day({ label: 'Looked at again on' }),
    status: field.oneOfOr({
      label: 'Status',
      options: riskStatuses,
      names: riskStatusNames,
      otherwise: 'open'
    }),
    outcome: field.text({ label: 'What came of it', hint: 'Once it happened or is over' }),
    aimIds: field.records({ label: 'Aims that it threatens', of: aims }),
    assumption: field.text({
      label: 'What we assume that it would overturn',
      hint: 'An assumption of the theory of change'
    }),
    source
  }
});
export type Risk = RecordOf<typeof riskKind>;

const amount = {
  wrong: say.amount,
  least: 0,
  most: largestAmount,
  isWhole: true,
  width: 10
} as const;

/** Something that the plan needs in a financial year, and what is found of it. */
export const resourceLineKind = kind('resourceLine', {
  name: 'resources.line',
  permission: 'resources:edit',
  title: 'title',
  order: [{ latest: 'yearStart' }, { words: 'title' }],
  words: {
    one: 'line',
    add: 'Add a line',
    addButton: 'Add the line',
    added: 'The line is added.',
    change: 'Change this line',
    changed: 'The line is saved.',
    remove: 'Remove this line',
    removal: 'Its history stays.',
    removed: 'The line is removed.'
  },
  fields: {
    title: field.line({ label: 'What is needed', needed: say.needed }),
    kind: field.oneOf({
      label: 'Kind',
      options: resourceKinds,
      names: resourceKindNames,
      hints: resourceKindHints,
      needed: say.resourceKind
    }),
    yearStart: field.number({
      label: 'Financial year that begins in April',
      hint: 'Such as 2026, for April 2026 to March 2027. Leave it empty for a commitment of every year',
      wrong: say.year,
      least: 2000,
      most: 2100,
      isWhole: true
    }),
    actionId: field.recordOrNone({
      label: 'For which action',
      of: { table: 'action', title: 'title', order: ['position', { words: 'title' }] },
      placeholder: 'No action in particular'
    }),
    aimId: field.recordOrNone({
      label: 'For which aim',
      hint: 'Where it is for no one action',
      of: aims,
      placeholder: 'No aim in particular'
    }),
    planPriorityId: field.recordOrNone({
      label: 'For which priority',
      hint: 'Where it is for no one aim',
      of: { table: 'planPriority', title: 'title', order: ['number'] },
      placeholder: 'The whole plan'
    }),
    needed: field.number({
      label: 'How much is needed',
      hint: 'In whole pounds; in hours where it is people’s time',
      ...amount
    }),
    partner: field.line({ label: 'Partner that gives it', most: 200 }),
    committed: field.number({
      label: 'How much that partner gives',
      hint: 'In the same unit',
      ...amount
    }),
    confirmedOn: field.day({
      label: 'Confirmed on',
      what: 'The day on which it was confirmed',
      hint: 'Leave it empty while nobody has confirmed it'
    }),
    foundFrom: field.oneOfOr({
      label: 'Where it is found',
      options: foundFroms,
      names: foundFromNames,
      otherwise: 'not-stated',
      as: 'select'
    }),
    role: field.line({ label: 'Whose time', hint: 'A role, for people’s time', most: 200 }),
    hoursCost: field.number({
      label: 'What those hours cost',
      hint: 'For people’s time, in whole pounds. It joins no sum of money',
      prefix: '£',
      ...amount
    }),
    note: field.text({ label: 'Note' }),
    source
  }
});
export type ResourceLine = RecordOf<typeof resourceLineKind>;

/** What a partner has for the plan in a financial year: the bound that what it commits is held against. */
export const resourceLimitKind = kind('resourceLimit', {
  name: 'resources.limit',
  permission: 'resources:edit',
  title: 'partner',
  order: [{ latest: 'yearStart' }, { words: 'partner' }, 'unit'],
  words: {
    one: 'amount',
    add: 'State what a partner has',
    addButton: 'Add the amount',
    added: 'The amount is added.',
    change: 'Change what a partner has',
    changed: 'The amount is saved.',
    remove: 'Remove this amount',
    removal: 'Its history stays.',
    removed: 'The amount is removed.'
  },
  fields: {
    partner: field.line({ label: 'Partner', needed: say.partner, most: 200 }),
    yearStart: field.wholeNumber({
      label: 'Financial year that begins in April',
      hint: 'Such as 2026, for April 2026 to March 2027',
      wrong: say.year,
      least: 2000,
      most: 2100
    }),
    unit: field.oneOf({
      label: 'Counted in',
      options: units,
      names: unitNames,
      needed: say.unit,
      inline: true
    }),
    amount: field.wholeNumber({
      label: 'How much there is',
      wrong: say.amount,
      least: 0,
      most: largestAmount,
      width: 10
    }),
    statedOn: field.day({ label: 'Stated on' }),
    note: field.text({ label: 'Note' })
  }
});
export type ResourceLimit = RecordOf<typeof resourceLimitKind>;
