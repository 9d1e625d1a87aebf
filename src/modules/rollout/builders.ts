import type { Setting, SettingId } from '#modules/settings';
import type { Report, RollOut } from './kinds.ts';
import type { ReportId, RollOutId, Standing } from './types.ts';

/** Plainly made-up settings, roll-outs and reports, for tests. */

const idOf = (kind: number, number: number) =>
  `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function someSetting(number: number, parts: Partial<Setting> = {}): Setting {
  return {
    id: idOf(1, number) as SettingId, // made up here
    name: `Setting ${number}`,
    kind: 'nursery',
    organisation: '',
    provider: null,
    area: 'North',
    places: null,
    rooms: null,
    longitude: null,
    latitude: null,
    openedOn: null,
    closedOn: null,
    externalId: null,
    source: '',
    updatedAt: new Date('2026-01-05T09:00:00Z'),
    version: 1,
    ...parts
  };
}

export function someRollOut(parts: Partial<RollOut> = {}): RollOut {
  return {
    id: idOf(2, 1) as RollOutId, // made up here
    title: 'Story bag',
    change: '',
    projectId: null,
    changeIdeaId: null,
    factorIds: [],
    startedOn: '2026-01-05',
    endedOn: null,
    goalSettings: null,
    goalBy: null,
    eligibleBy: 'rule',
    eligibleKinds: [],
    eligibleAreas: [],
    picked: [],
    scale: ['Some rooms', 'All rooms'],
    parts: ['Bag', 'Show'],
    version: 1,
    ...parts
  };
}

/** What was said of the setting of this number. */
export function someReport(
  number: number,
  standing: Standing,
  since: string,
  parts: Partial<Report> = {}
): Report {
  return {
    id: idOf(3, number * 1000 + Number(since.slice(8))) as ReportId, // made up here
    rollOutId: idOf(2, 1) as RollOutId, // made up here
    settingId: idOf(1, number) as SettingId, // made up here
    standing,
    since,
    level: null,
    parts: [],
    reason: standing === 'stopped' ? 'Nobody had shown it' : '',
    note: '',
    saidBy: 'Head of centre',
    reportedAt: new Date(`${since}T10:00:00Z`),
    version: 1,
    ...parts
  };
}
