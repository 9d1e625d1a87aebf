import { field, kind, neverRemoved, type RecordOf } from '#modules/records';
import { settingKinds, type SettingId } from '#modules/settings';
import { id, list, optionalId, optionalNumber } from '#platform/fields';
import * as v from 'valibot';
import { standings, type RollOutId, type Standing } from './types.ts';

/** Where a setting stands, as people say it. */
export const standingNames: Readonly<Record<Standing, string>> = {
  'not-started': 'Not started',
  preparing: 'Preparing',
  using: 'Using it',
  fully: 'Using it fully',
  stopped: 'Stopped'
};

const standingHints: Readonly<Record<Standing, string>> = {
  'not-started': 'Nothing has been done yet',
  preparing: 'Agreed, trained for or being made ready',
  using: 'With some families, in some rooms, or not yet as it was meant',
  fully: 'As the usual way of working',
  stopped: 'It was used and is not any more. Why is worth knowing: others learn from it'
};

/** A change that is being spread from setting to setting. */
export const rollOutKind = kind('rollOut', {
  name: 'rollout.roll-out',
  permission: 'rollout:edit',
  title: 'title',
  words: {
    one: 'roll-out',
    add: 'Begin a roll-out',
    addButton: 'Begin the roll-out',
    added: 'The roll-out has begun. Now each setting can say where it stands.',
    change: 'Change the roll-out',
    changed: 'The roll-out is saved.',
    // It ends, and its counts stand as they were then.
    ...neverRemoved
  },
  fields: {
    title: field.line({
      label: 'Title',
      hint: 'Short, as people call it, such as “Story bag at pick-up”',
      needed: 'Enter a title, such as “Story bag at pick-up”',
      most: 200
    }),
    change: field.text({
      label: 'The change',
      hint: 'What a setting does differently once it uses it',
      rows: 3,
      most: 2000
    }),
    projectId: field.offeredOrNone({
      label: 'Project',
      hint: 'Where the change was tested first',
      placeholder: 'None'
    }),
    // Offered by project.
    changeIdeaId: field.own(optionalId(), { label: 'Change idea' }),
    startedOn: field.neededDay({
      label: 'Started on',
      what: 'The day on which it started',
      hint: 'When the first setting began to prepare',
      needed: 'Enter the day on which the first setting began to prepare'
    }),
    // Which settings could use the change: by a rule, or chosen one by one. They stand together under one legend.
    eligibleBy: field.oneOfOr({
      label: 'Which settings could use it',
      asks: 'Chosen by',
      options: ['rule', 'picked'],
      names: { rule: 'Kind and area', picked: 'One by one' },
      hints: { picked: 'Choose them below' },
      otherwise: 'rule',
      needed: 'Choose whether a rule or you say which settings could use it'
    }),
    /** Empty: every kind. */
    eligibleKinds: field.own(v.pipe(list(), v.array(v.picklist(settingKinds))), {
      label: 'Kinds of setting'
    }),
    /** Empty: every area. */
    eligibleAreas: field.own(list(), { label: 'Areas', isLookedThrough: true }),
    picked: field.records<SettingId>({
      label: 'Settings',
      of: { table: 'setting', title: 'name' }
    }),
    /** How many settings are to use it, and by when. */
    goalSettings: field.number({
      label: 'Goal: settings using it',
      wrong: 'Enter a whole number of settings, or leave it empty',
      least: 1,
      most: 10_000,
      isWhole: true,
      width: 4
    }),
    goalBy: field.day({ label: 'Goal: by when', what: 'The date of the goal' }),
    scale: field.list({
      label: 'How fully: your own words',
      hint: 'One step a line, least first, such as: In some rooms / In most rooms / In every room, as usual',
      most: 9,
      rows: 4
    }),
    parts: field.list({
      label: 'What belongs to doing it as meant',
      hint: 'One part a line. A setting ticks which are in place, so that you see what is left out',
      rows: 4
    }),
    factorIds: field.factors({ label: 'Factors', hint: 'What it changes for children' }),
    endedOn: field.day({
      label: 'Ended on',
      what: 'The day on which it ended',
      hint: 'When you no longer follow it; the counts stand as they were then'
    })
  }
});
export type RollOut = Omit<RecordOf<typeof rollOutKind>, 'createdAt'>;
/** Which settings could use the change. */
export type Eligibility = Pick<
  RollOut,
  'eligibleBy' | 'eligibleKinds' | 'eligibleAreas' | 'picked'
>;

const level = 'Choose a step of the scale, or none';

/** What is said of a setting: where it stands from a day on. */
export const reportKind = kind('rollOutReport', {
  name: 'rollout.report',
  permission: 'rollout:report',
  title: 'since',
  order: [{ latest: 'since' }, { latest: 'reportedAt' }],
  words: {
    one: 'word of a setting',
    add: 'Where is this setting now?',
    addButton: 'Say where it is',
    added: 'Thank you. Where this setting stands is written down.',
    change: 'Correct what was said',
    changed: 'What was said is corrected.',
    remove: 'Take it back',
    removal: 'It leaves the list and the curve, as if it had not been said. The history keeps it.',
    removed: 'What was said is taken back. The history keeps it.'
  },
  fields: {
    rollOutId: field.kept(id<RollOutId>(), { label: 'Roll-out' }),
    settingId: field.kept(id<SettingId>(), { label: 'Setting' }),
    standing: field.oneOf({
      label: 'Where is this setting now?',
      options: standings,
      names: standingNames,
      hints: standingHints,
      needed: 'Choose where the setting is now'
    }),
    since: field.neededDay({
      label: 'Since when',
      needed: 'Enter since when, or leave today’s date'
    }),
    /** From 1, on the roll-out's own scale. */
    level: field.own(
      v.pipe(
        optionalNumber(level),
        v.check((given) => given === null || (Number.isInteger(given) && given >= 1), level)
      ),
      { label: 'How fully' }
    ),
    parts: field.own(list(), { label: 'What is in place', isLookedThrough: true }),
    reason: field.text({
      label: 'Why it stopped',
      hint: 'Needed where it stopped. What got in the way teaches the next setting',
      most: 1000
    }),
    note: field.text({ label: 'Note', most: 1000 }),
    saidBy: field.line({
      label: 'Who says so (a role)',
      hint: 'Such as head of centre',
      most: 200,
      width: 20
    })
  }
});
export type Report = Omit<RecordOf<typeof reportKind>, 'reportedBy'>;
