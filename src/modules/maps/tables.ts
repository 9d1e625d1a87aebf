import { pointFeature, type Feature } from '#core/geojson';
import type { Spine } from '#modules/vocabulary';
import type { CoverageRow } from './coverage.ts';
import { headingNames } from './import/headings.ts';
import type { ServiceNames, StageOfSupport } from './stages.ts';
import type { Connection, ConnectionEnd, Service } from './types.ts';

/** A table as rows of text, headings first: what is written to a file. */
export type TextTable = readonly (readonly string[])[];

const several = (values: readonly string[]): string => values.join('|');

/** Whether the services can be told apart by Label and Type alone; where not, a file of them needs a column ID. */
function needsIds(services: readonly Service[]): boolean {
  const names = services.map((one) =>
    JSON.stringify([one.name, one.type].map((text) => text.toLowerCase()))
  );
  return new Set(names).size < names.length || services.some((one) => one.externalId !== null);
}

const idOf = (service: Service): string => service.externalId ?? service.id;

/** Services in the form that Kumu reads, and that Cairn reads back without changing anything. */
export function servicesTable(services: readonly Service[], names: ServiceNames): TextTable {
  const h = headingNames;
  const withIds = needsIds(services);
  const headings = [
    h.label,
    h.type,
    h.tags,
    h.organisation,
    h.description,
    h.factors,
    h.ages,
    h.stage
  ];
  const rest = [
    h.whoFor,
    h.times,
    h.costs,
    h.access,
    h.url,
    h.address,
    h.longitude,
    h.latitude,
    h.source,
    h.sourceDate
  ];
  const rows = services.map((one) => [
    ...(withIds ? [idOf(one)] : []),
    one.name,
    one.type,
    several(one.tags),
    one.organisation,
    one.description,
    several(one.factors.map((tie) => names.factor(tie.factor))),
    several(one.ages.map(names.age)),
    one.stage === null ? '' : names.stage(one.stage),
    one.whoFor,
    one.times,
    one.costs,
    one.access,
    one.url,
    one.address,
    one.longitude === null ? '' : String(one.longitude),
    one.latitude === null ? '' : String(one.latitude),
    one.source,
    one.sourceDate
  ]);
  return [[...(withIds ? [h.id] : []), ...headings, ...rest], ...rows];
}

/** A service as GeoJSON: under the headings of a spreadsheet, where it lies if that is known. */
export function serviceFeature(service: Service, names: ServiceNames): Feature {
  const [headings = [], cells = []] = servicesTable([service], names);
  const places: readonly string[] = [headingNames.longitude, headingNames.latitude];
  const said = headings.flatMap((heading, index) => {
    const cell = cells[index] ?? '';
    return cell === '' || places.includes(heading) ? [] : [[heading, cell] as const];
  });
  return pointFeature(idOf(service), service, Object.fromEntries(said));
}

/**
 * Connections in the form that Kumu reads. An end that is not among the services is left out with its connection; one that is only a
 * name keeps it.
 */
export function connectionsTable(
  connections: readonly Connection[],
  services: readonly Service[]
): TextTable {
  const withIds = needsIds(services);
  const byId = new Map(services.map((one) => [one.id, withIds ? idOf(one) : one.name]));
  const endOf = (end: ConnectionEnd) => (end.kind === 'name' ? end.name : byId.get(end.id));
  const rows = connections.flatMap((one) => {
    const from = endOf(one.from);
    const to = endOf(one.to);
    if (from === undefined || to === undefined) return [];
    return [[from, to, one.type, one.direction, one.established ? 'yes' : 'no']];
  });
  return [['From', 'To', 'Type', 'Direction', 'Established'], ...rows];
}

/** The columns to fill in, with one line that shows how; the line names itself an example. */
export function templateTables(
  spine: Spine,
  stages: readonly StageOfSupport[]
): { services: TextTable; connections: TextTable } {
  const h = headingNames;
  const factors = spine.factors.slice(0, 2).map((one) => one.title);
  const ages = spine.ages.slice(1, 3).map((one) => one.title);
  return {
    services: [
      [h.label, h.type, h.tags, h.organisation, h.description, h.factors, h.ages, h.stage, h.url],
      [
        'Example: take this line out',
        'Group',
        'Story and song|Drop-in',
        'Who runs it',
        'What it offers families, in a sentence or two',
        several(factors),
        several(ages),
        stages.find((one) => one.isUniversal)?.name ?? '',
        ''
      ]
    ],
    connections: [
      ['From', 'To', 'Type', 'Direction'],
      ['Example: take this line out', 'Another service or organisation', 'referral', 'directed']
    ]
  };
}

/** The names that factors, ages and stages have, for a sheet that a person looks up while filling in the others. */
export function wordsTable(spine: Spine, stages: readonly StageOfSupport[]): TextTable {
  const length = Math.max(spine.factors.length, spine.ages.length, stages.length);
  return [
    ['Factors', 'Ages', 'Stages'],
    ...Array.from({ length }, (_, index) => [
      spine.factors[index]?.title ?? '',
      spine.ages[index]?.title ?? '',
      stages[index]?.name ?? ''
    ])
  ];
}

/** Gaps and overlap by factor, as on the page. */
export function coverageTable(rows: readonly CoverageRow[], names: ServiceNames): TextTable {
  const readings = { gap: 'Gap', one: 'One service', several: 'Several', overlap: 'Overlap' };
  return [
    ['Factor', 'Services', 'Organisations', 'Reading', 'Most for the same age and stage'],
    ...rows.map((row) => [
      names.factor(row.factor),
      String(row.services.length),
      String(row.organisationCount),
      readings[row.reading],
      row.overlap === null ? '' : String(row.overlap.services.length)
    ])
  ];
}
