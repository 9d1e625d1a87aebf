import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import { fewestPeers } from './comparing/comparators.ts';
import {
  betterNames,
  fieldSentences as say,
  frequencyNames,
  groupSentences,
  unitNames
} from './labels.ts';
import { type Breakdown, groupTitles } from './own/groups.ts';
import { frequencies, ownUnits } from './types.ts';

const ownerRole = field.line({
  label: 'Looked after by',
  hint: 'A role, not a name',
  most: 200,
  width: 20
});
const target = field.number({ label: 'Target', wrong: say.number });
const targetBy = field.day({ label: 'Target to be reached by' });

const decimals = v.pipe(
  v.nullish(v.union([v.string(), v.number()]), 1),
  v.transform(Number),
  v.picklist([0, 1, 2], say.decimals)
);

/** An indicator that a partnership counts itself. It is retired and never removed: its values stay. */
export const indicatorKind = kind('indicator', {
  name: 'indicators.indicator',
  permission: 'indicators:edit',
  title: 'title',
  words: {
    one: 'indicator',
    add: 'Add an indicator of your own',
    addButton: 'Add the indicator',
    added: 'The indicator is added. Now add its first value.',
    change: 'Change the indicator',
    changed: 'The indicator is changed.',
    remove: 'Stop counting it',
    removal:
      'It leaves the list of need. Its values and its history are kept, and you can take it up again.',
    removed: 'The indicator is no longer counted. Its values are kept.'
  },
  fields: {
    title: field.line({
      label: 'Name',
      hint: 'Such as “Two-year-olds reviewed on time”',
      needed: say.title,
      most: 200
    }),
    definition: field.text({
      label: 'Definition',
      hint: 'What exactly is counted, so that a new colleague would count the same',
      most: 2000,
      rows: 3
    }),
    unit: field.oneOf({
      label: 'Counted in',
      options: ownUnits,
      names: unitNames,
      hints: {
        percent: 'A share of a group, 0 to 100',
        'per-1000': 'How many of every 1,000',
        'per-10000': 'How many of every 10,000',
        'per-100000': 'How many of every 100,000',
        count: 'How many, on its own',
        score: 'A number on a scale'
      },
      needed: say.unit
    }),
    numerator: field.line({
      label: 'Numerator',
      hint: 'Who or what is counted, such as children reviewed by 27 months',
      most: 500
    }),
    denominator: field.line({
      label: 'Denominator',
      hint: 'Out of whom, such as children who turned 27 months',
      most: 500
    }),
    betterWhen: field.oneOf({
      label: 'Which way is better',
      options: ['high', 'low', 'none'],
      names: betterNames,
      needed: say.better
    }),
    frequency: field.oneOf({
      label: 'How often',
      options: frequencies,
      names: frequencyNames,
      as: 'select',
      needed: say.frequency
    }),
    source: field.line({ label: 'Source', hint: 'Where the figure comes from', most: 500 }),
    why: field.text({
      label: 'Why we collect it',
      hint: 'What it is used for, and what came of it: people go on collecting what is seen to be used',
      most: 2000
    }),
    outcomes: field.outcomes({ label: 'Outcomes it bears on' }),
    factors: field.factors({ label: 'Factors it bears on' }),
    tieReason: field.line({ label: 'Why it bears on them', hint: 'In a sentence', most: 1000 }),
    ownerRole,
    baseline: field.number({ label: 'Baseline', wrong: say.number }),
    baselinePeriod: field.line({ label: 'Period of the baseline', most: 40, width: 10 }),
    target,
    targetBy,
    nextDue: field.day({ label: 'Next value due on' }),
    decimals: field.own(decimals, {
      label: 'Decimal places',
      choices: [
        { value: '0', label: 'None: 72' },
        { value: '1', label: 'One: 72.4' },
        { value: '2', label: 'Two: 72.38' }
      ],
      isOptional: false
    }),
    groups: field.lines({
      label: 'Groups',
      hint: 'One a line. “All” is always there.',
      rows: 4,
      most: 4000,
      read: groupTitles,
      write: (titles) => titles.join('\n')
    }),
    betterOffGroup: field.line({
      label: 'Better-off group of the gap',
      hint: 'Written as in the list',
      most: 200,
      width: 20
    }),
    poorerGroup: field.line({
      label: 'Poorer group of the gap',
      hint: 'Written as in the list',
      most: 200,
      width: 20
    })
  }
});

/** An indicator of the partnership's own, with its groups. */
export type Indicator = RecordOf<typeof indicatorKind> & {
  readonly breakdowns: readonly Breakdown[];
};

/** What a partnership says about a published indicator that it follows; `followed` is false where it dropped it again. */
export const choiceKind = kind('indicatorChoice', {
  name: 'indicators.choice',
  permission: 'indicators:edit',
  title: 'id',
  order: ['id'],
  words: {
    one: 'indicator',
    add: 'Choose indicators to follow',
    addButton: 'Save',
    added: 'The indicator is followed.',
    change: 'Note, baseline, target and next due date',
    changed: 'Your note is saved.',
    remove: 'Follow it no longer',
    removal: 'Its note and target are kept.',
    removed: 'The indicator is no longer followed.'
  },
  fields: {
    note: field.text({
      label: 'Note',
      hint: 'Why you follow it, and what you read from it',
      most: 2000,
      rows: 4
    }),
    ownerRole,
    baselinePeriod: field.own(v.pipe(v.nullish(v.string(), ''), v.trim(), v.maxLength(40)), {
      label: 'Baseline',
      hint: 'The figure from which you count',
      isLookedThrough: true
    }),
    target,
    targetBy,
    nextDue: field.day({
      label: 'Next figures due on',
      hint: 'When new figures are expected. For example, 30 11 2026'
    })
  }
});
export type Choice = RecordOf<typeof choiceKind>;

/** Codes of areas: nothing, one, or a list, each once. */
const areaCodes = v.pipe(
  v.nullish(v.union([v.array(v.string()), v.string()]), []),
  v.transform((given) => [...new Set([given].flat())].filter((code) => code !== '')),
  v.minLength(fewestPeers, groupSentences.tooFew),
  v.maxLength(400, say.tooLong)
);

/** Areas that a partnership chose to lay its figures beside, and why. Its own is not among them. */
export const comparatorGroupKind = kind('comparatorGroup', {
  name: 'indicators.comparator-group',
  permission: 'indicators:edit',
  title: 'name',
  order: [{ words: 'name' }, 'id'],
  words: {
    one: 'group',
    add: 'Add a group to compare with',
    addButton: 'Add the group',
    added: 'The group is added. It is among the comparators of every published figure.',
    change: 'Change this group',
    changed: 'The group is saved.',
    remove: 'Remove this group',
    removal:
      'It is no longer compared with, and stays in the history. The areas’ figures stay as they are.',
    removed: 'The group is no longer compared with.'
  },
  fields: {
    name: field.line({
      label: 'Name',
      hint: 'As it is to stand beside its line, such as “Family group 2”',
      needed: groupSentences.name,
      most: 60
    }),
    reason: field.text({
      label: 'Why these areas',
      hint: 'In what they are like this place',
      most: 1000,
      rows: 3
    }),
    source: field.line({
      label: 'Who put them together',
      hint: 'A body and where it says so, or “we did”, with the date',
      most: 500
    }),
    areas: field.own(areaCodes, {
      label: 'Areas',
      hint: 'At least five. Your own is the one that is compared, so it is not among them.',
      isOptional: false
    })
  }
});
export type ComparatorGroup = RecordOf<typeof comparatorGroupKind>;
