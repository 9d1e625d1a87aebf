import { kindNames } from '#modules/settings';
import type { CurvePoint } from './rules.ts';
import type { SharedAreas } from './shared-areas.ts';
import { standingNames, type RollOut } from './kinds.ts';
import type { Place } from './types.ts';

/** Where each setting stands, one a row: for use inside the partnership, since it names settings. */
export function placesTable(rollOut: RollOut, places: readonly Place[]): string[][] {
  const headings = [
    'Setting',
    'Kind',
    'Area',
    'Where it stands',
    'Since',
    'How fully',
    ...rollOut.parts,
    'Why it stopped',
    'Note',
    'Who says so'
  ];
  const rows = places.map(({ setting, standing, report }) => [
    setting.name,
    kindNames[setting.kind],
    setting.area,
    standingNames[standing],
    report?.since ?? '',
    levelWords(rollOut, report?.level ?? null),
    ...rollOut.parts.map((part) =>
      report === null ? '' : report.parts.includes(part) ? 'yes' : 'no'
    ),
    report?.reason ?? '',
    report?.note ?? '',
    report?.saidBy ?? ''
  ]);
  return [headings, ...rows];
}

/** The step of the roll-out's own scale in words; empty where nothing was said. */
export function levelWords(rollOut: Pick<RollOut, 'scale'>, level: number | null): string {
  return level === null ? '' : (rollOut.scale[level - 1] ?? '');
}

const countHeadings = [
  'Could use it',
  'Not started',
  'Preparing',
  'Using it',
  'Of them fully',
  'Stopped'
];

const countCells = (counts: Omit<CurvePoint, 'on'>) =>
  [
    counts.eligible,
    counts.notStarted,
    counts.preparing,
    counts.using,
    counts.fully,
    counts.stopped
  ].map(String);

/** The curve as a table: one row for each day on which something changed. */
export function curveTable(curve: readonly CurvePoint[]): string[][] {
  return [['Day', ...countHeadings], ...curve.map((point) => [point.on, ...countCells(point)])];
}

/** Counts by area as they may leave the partnership. What is in no line stands beneath, without where it stands. */
export function sharedAreasTable({ lines, notCounted }: SharedAreas): string[][] {
  const rows = lines.map(({ areas, ...counts }) => [
    areas.map((area) => (area === '' ? 'Area not said' : area)).join(' and '),
    ...countCells(counts)
  ]);
  const held =
    notCounted === 0
      ? []
      : [['Not counted, so that no setting is told by itself', String(notCounted), ...noCounts]];
  return [['Area', ...countHeadings], ...rows, ...held];
}

const noCounts = countHeadings.slice(1).map(() => '');
