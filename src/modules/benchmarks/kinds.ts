import { field, kind, neverRemoved, type RecordOf } from '#modules/records';
import { kindNames, settingKinds } from '#modules/settings';
import type { HowOften, Reach } from './types.ts';

export const howOftenNames: Readonly<Record<HowOften, string>> = {
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every month',
  termly: 'Every term',
  less: 'Less often'
};

export const reachNames: Readonly<Record<Reach, string>> = {
  few: 'A few families',
  some: 'Some families, fewer than half',
  most: 'Most families',
  all: 'All families'
};

/** A survey of settings: which approaches each uses, and how. */
export const benchmarkKind = kind('benchmark', {
  name: 'benchmarks.benchmark',
  permission: 'benchmarks:edit',
  title: 'title',
  words: {
    one: 'survey of settings',
    add: 'Ask every setting',
    addButton: 'Go on to the first round',
    added: 'The questions are saved. Next: open a round, and each setting gets its link.',
    change: 'Change this survey of settings',
    changed: 'The survey of settings is saved.',
    ...neverRemoved
  },
  keptBy: [],
  fields: {
    title: field.line({
      label: 'Title',
      hint: 'Such as “How we work with families”',
      needed: 'Enter a title, such as “How we work with families”',
      most: 200
    }),
    askedBy: field.line({
      label: 'Who asks',
      hint: 'As settings know you',
      needed: 'Enter who asks',
      most: 150
    }),
    why: field.text({
      label: 'Why you ask',
      hint: 'Two sentences that somebody in a hurry will read',
      needed: 'Say in a sentence or two why you ask',
      most: 1000,
      rows: 3
    }),
    whatNext: field.text({
      label: 'What will come of it',
      hint: 'Who will read the answers, when, and where settings will hear what came of them',
      most: 1000,
      rows: 3
    }),
    contact: {
      ...field.line({
        label: 'Whom settings can ask about it',
        hint: 'A role with a telephone number or an e-mail address that is meant to be seen',
        needed: 'Enter whom settings can ask about it'
      }),
      isLookedThrough: false
    },
    settingKinds: field.someOf({
      label: 'Kinds of setting that are asked',
      hint: 'None ticked means every kind',
      options: settingKinds,
      names: kindNames
    }),
    approaches: field.list({
      label: 'Approaches',
      hint: 'One a line. Each setting ticks those that it uses, or none of them',
      needed: 'Enter at least one approach',
      most: 15,
      rows: 8
    }),
    howWell: field.list({
      label: 'How well an approach works: the steps',
      hint: 'One a line, least first',
      needed: 'Enter at least two steps',
      least: 2,
      most: 7,
      longest: 100,
      rows: 4
    }),
    transitions: field.list({
      label: 'Transitions',
      hint: 'One a line, such as: From home to nursery. Each setting ticks at which it uses an approach',
      most: 10,
      rows: 3
    })
  }
});
export type Benchmark = RecordOf<typeof benchmarkKind>;
/** The questions of a survey of settings, which stay as they are once a round was opened. */
export const questionFields = ['approaches', 'howWell', 'transitions'] as const;
export type Questions = Pick<Benchmark, (typeof questionFields)[number]>;

/** One time that all settings are asked. */
export const benchmarkRoundKind = kind('benchmarkRound', {
  name: 'benchmarks.round',
  permission: 'benchmarks:edit',
  title: 'title',
  order: ['openedOn', { words: 'title' }],
  words: {
    one: 'round',
    add: 'Open a round',
    addButton: 'Open the round',
    added: 'The round is open. Next: send each setting its link.',
    change: 'Change this round',
    changed: 'The round is saved.',
    ...neverRemoved
  },
  fields: {
    benchmarkId: field.partOf({
      label: 'Survey of settings',
      of: { table: 'benchmark', title: 'title' }
    }),
    title: field.line({
      label: 'Title',
      hint: 'Such as Baseline, or Follow-up after a year',
      needed: 'Enter a title, such as Baseline',
      most: 100
    }),
    closesOn: field.neededDay({
      label: 'Last day to answer',
      needed: 'Enter the last day to answer'
    })
  }
});
export type BenchmarkRound = RecordOf<typeof benchmarkRoundKind>;
