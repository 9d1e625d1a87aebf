import { field, kind, neverRemoved, type RecordOf } from '#modules/records';
import { providers, settingKinds, type Provider, type SettingKind } from './types.ts';

export const kindNames: Readonly<Record<SettingKind, string>> = {
  nursery: 'Nursery',
  'early-learning-centre': 'Early learning and childcare centre',
  school: 'School',
  'childrens-centre': 'Children’s centre',
  'health-clinic': 'Health clinic',
  other: 'Other'
};

export const providerNames: Readonly<Record<Provider, string>> = {
  council: 'Council',
  private: 'Private',
  voluntary: 'Voluntary or community',
  health: 'Health service',
  other: 'Other'
};

const whole = 'Enter a whole number, or leave it empty';

/** A place where children and families are. Texts are empty where nothing was said. */
export const settingKind = kind('setting', {
  name: 'settings.setting',
  permission: 'settings:edit',
  title: 'name',
  order: [{ words: 'name' }, 'id'],
  words: {
    one: 'setting',
    add: 'Add a setting',
    addButton: 'Add the setting',
    added: 'The setting is added.',
    change: 'Change this setting',
    changed: 'The setting is saved.',
    // It closes.
    ...neverRemoved
  },
  unique: {
    column: 'externalId',
    sentence: 'Another setting has this ID already. Enter another, or change that setting instead.'
  },
  fields: {
    name: field.line({ label: 'Name', needed: 'Enter the name of the setting', most: 200 }),
    kind: field.oneOf({
      label: 'Kind',
      options: settingKinds,
      names: kindNames,
      needed: 'Choose what kind of setting it is'
    }),
    organisation: field.line({ label: 'Organisation', hint: 'Who runs it', most: 200 }),
    provider: field.oneOfOrNone({
      label: 'Kind of provider',
      hint: 'What kind of body runs it',
      options: providers,
      names: providerNames,
      inline: true
    }),
    /** The ward or locality, in the words of the place. */
    area: field.line({ label: 'Area', hint: 'The ward or locality', most: 200 }),
    places: field.number({
      label: 'Places',
      hint: 'How many children it can take at one time',
      wrong: whole,
      least: 0,
      most: 999_999,
      isWhole: true
    }),
    rooms: field.number({ label: 'Rooms', wrong: whole, least: 0, most: 999_999, isWhole: true }),
    /** Degrees, WGS 84; both or neither. */
    latitude: field.number({
      label: 'Latitude',
      hint: 'Degrees north, such as 53.44. With both numbers it stands on the map',
      wrong: 'Enter degrees north, between -90 and 90, such as 53.44, or leave it empty',
      least: -90,
      most: 90,
      width: 10
    }),
    longitude: field.number({
      label: 'Longitude',
      hint: 'Degrees east, such as -2.35',
      wrong: 'Enter degrees east, between -180 and 180, such as -2.35, or leave it empty',
      least: -180,
      most: 180,
      width: 10
    }),
    openedOn: field.day({ label: 'Opened', what: 'The day on which it opened' }),
    /** The first day on which it is no longer there. */
    closedOn: field.day({
      label: 'Closed',
      what: 'The day on which it closed',
      hint: 'Only where it is no longer there'
    }),
    externalId: field.code({
      label: 'ID',
      hint: 'Its number in the list it came from, such as a register',
      most: 100
    }),
    source: field.line({
      label: 'Source',
      hint: 'Where you know this from, and as of when',
      most: 500
    })
  }
});
export type Setting = RecordOf<typeof settingKind>;
/** What is said of a setting. */
export type SettingDetails = Omit<Setting, 'id' | 'version' | 'updatedAt'>;
export type SettingField = keyof typeof settingKind.fields;

/** The fields that stand folded together at the end of the form. */
export const furtherFields = {
  legend: 'Position, dates and source',
  fields: ['latitude', 'longitude', 'openedOn', 'closedOn', 'externalId', 'source']
} as const;

/** That a setting has closed: a part of it, asked for by a form of its own. */
export const closingKind = kind('setting', {
  name: 'settings.closing',
  permission: 'settings:edit',
  title: 'name',
  words: {
    ...settingKind.words,
    one: 'closing',
    change: 'Say that it has closed',
    changed: 'The setting is closed. What it used until then still counts for then.'
  },
  fields: {
    closedOn: field.neededDay({
      label: 'The first day on which it is no longer there',
      what: 'The day on which it closed',
      needed: 'Enter the day on which it closed'
    })
  }
});
