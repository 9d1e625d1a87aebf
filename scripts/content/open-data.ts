// Turns the collected open data (one folder a set, given folder) into content/data/*:
// one values.csv a set in our own columns, look-ups and boundaries as they are.
// Only sets whose licence is the Open Government Licence are named here.
// Run: node scripts/content/open-data.ts <folder with the collected sets>
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { contentFile, sourceFolder, writeText } from './json.ts';

type Row = Readonly<Record<string, string>>;

const folder = sourceFolder();

function rowsOf(set: string, file = 'data.csv'): Row[] {
  // csv-parse answers unknown rows; with columns on and no cast, each is a record of strings.
  return parse(readFileSync(join(folder, set, file)), { columns: true }) as Row[];
}

/** The cell of that name; stops the conversion when the column is not there. */
function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`No column "${column}"`);
  return value;
}

function csv(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}

const columns = [
  'indicator',
  'area',
  'period',
  'starts',
  'breakdown',
  'value',
  'numerator',
  'denominator',
  'status'
] as const;
type Value = Readonly<Record<(typeof columns)[number], string>>;

function writeValues(set: string, values: readonly Value[]): void {
  const ordered = [...values].sort((a, b) => {
    const [one, two] = [a, b].map((each) =>
      [each.indicator, each.area, each.breakdown, each.starts, each.period].join('\u0001')
    );
    return (one ?? '') < (two ?? '') ? -1 : 1;
  });
  writeText(
    contentFile('data', set, 'values.csv'),
    csv([columns, ...ordered.map((each) => columns.map((name) => each[name]))])
  );
}

function copy(set: string, file: string, to: string, name = file): void {
  const target = contentFile('data', to, name);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(folder, set, file), target);
}

type YearKind = 'academic' | 'financial' | 'scottish-school' | 'calendar';
const firstMonth: Readonly<Record<YearKind, string>> = {
  academic: '09',
  financial: '04',
  'scottish-school': '08',
  calendar: '01'
};

/** First day of a period. A year across two (2018/19) begins in the month its kind says; others in January. */
function starts(period: string, yearKind: YearKind): string {
  const year = /^\d{4}/.exec(period)?.[0];
  if (year === undefined) throw new Error(`No year in "${period}"`);
  return `${year}-${/^\d{4}\/\d{2}$/.test(period) ? firstMonth[yearKind] : '01'}-01`;
}

const statuses: Readonly<Record<string, string>> = {
  '': 'published',
  provisional: 'provisional',
  'not available': 'not-available',
  'not published': 'not-published',
  'not collected (COVID-19)': 'not-collected'
};

function status(row: Row): string {
  const text = row['status'] ?? '';
  const known = statuses[text];
  if (known === undefined) throw new Error(`No status for "${text}"`);
  return known;
}

const groups: Readonly<Record<string, string>> = {
  All: 'all',
  'All children': 'all',
  'All pupils': 'all',
  'Eligible 2-year-olds': 'all',
  FSM: 'fsm',
  'Not FSM': 'not-fsm',
  'Boys / Eligible for free school meals': 'boys-fsm',
  'Boys / Not eligible for free school meals': 'boys-not-fsm',
  'Girls / Eligible for free school meals': 'girls-fsm',
  'Girls / Not eligible for free school meals': 'girls-not-fsm',
  'SIMD 1 (20% most deprived)': 'simd-1',
  'SIMD 2': 'simd-2',
  'SIMD 3': 'simd-3',
  'SIMD 4': 'simd-4',
  'SIMD 5 (20% least deprived)': 'simd-5',
  Unknown: 'simd-not-known',
  'Not known': 'simd-not-known'
};

function group(row: Row): string {
  const text = cell(row, 'breakdown');
  if (row['breakdown_type'] === 'IDACI decile') return `idaci-${text}`;
  const known = groups[text];
  if (known === undefined) throw new Error(`No group for "${text}"`);
  return known;
}

// England: good level of development.
writeValues(
  'england-eyfsp-gld-by-fsm',
  rowsOf('england-eyfsp-gld-by-fsm').map((row) => ({
    indicator: 'good-level-of-development',
    area: cell(row, 'area_code'),
    period: cell(row, 'period'),
    starts: starts(cell(row, 'period'), 'academic'),
    breakdown: group(row),
    value: cell(row, 'value'),
    numerator: '',
    denominator: '',
    status: status(row)
  }))
);
writeValues(
  'england-eyfsp-national-trend',
  rowsOf('england-eyfsp-national-trend').map((row) => ({
    indicator: 'good-level-of-development-national',
    area: cell(row, 'area_code'),
    period: cell(row, 'period'),
    starts: starts(cell(row, 'period'), 'academic'),
    breakdown: group(row),
    value: cell(row, 'value'),
    numerator: cell(row, 'numerator'),
    denominator: cell(row, 'denominator'),
    status: cell(row, 'value') === '' ? 'not-collected' : 'published'
  }))
);

// England: early years indicators.
const indicatorIds: Readonly<Record<string, readonly [string, YearKind]>> =
  {
    asq3_offered_2_to_2_5_years: ['asq3-offered-at-2', 'financial'],
    breastfeeding_6_8_weeks: ['breastfeeding-at-6-to-8-weeks', 'financial'],
    children_in_relative_low_income_families: ['children-in-relative-low-income', 'financial'],
    communication_and_language_expected: ['communication-and-language-expected', 'academic'],
    excess_weight_reception: ['excess-weight-in-reception', 'academic'],
    funded_early_education_2_year_olds: ['funded-early-education-at-2', 'calendar'],
    ks2_reading_writing_maths_expected: ['key-stage-2-expected', 'academic'],
    low_birth_weight_term: ['low-birth-weight-at-term', 'calendar'],
    phonics_year1: ['phonics-in-year-1', 'academic'],
    primary_pupils_eligible_for_fsm: ['primary-pupils-eligible-for-fsm', 'calendar']
  };
writeValues(
  'england-early-years-indicators',
  rowsOf('england-early-years-indicators').map((row) => {
    const known = indicatorIds[cell(row, 'indicator')];
    if (known === undefined) throw new Error(`No id for "${cell(row, 'indicator')}"`);
    const [indicator, yearKind] = known;
    return {
      indicator,
      area: cell(row, 'area_code'),
      period: cell(row, 'period'),
      starts: starts(cell(row, 'period'), yearKind),
      breakdown: group(row),
      value: cell(row, 'value'),
      numerator: '',
      denominator: '',
      status: status(row)
    };
  })
);

// England: neighbours, and quarterly vaccination for Trafford, its neighbours and England.
const neighbours = rowsOf('england-statistical-neighbours');
writeText(
  contentFile('data', 'england-statistical-neighbours', 'neighbours.csv'),
  csv([
    ['area', 'rank', 'neighbour', 'closeness'],
    ...neighbours.map((row) => [
      cell(row, 'area_code'),
      cell(row, 'rank'),
      cell(row, 'neighbour_code'),
      cell(row, 'closeness').toLowerCase()
    ])
  ])
);
const trafford = 'E08000009';
/** Codes of before for neighbours that changed theirs, with the code they have now. */
const earlierCodes: Readonly<Record<string, string>> = { E10000002: 'E06000060' };
const wanted = new Set([
  trafford,
  'E92000001',
  ...neighbours
    .filter((row) => cell(row, 'area_code') === trafford)
    .map((row) => cell(row, 'neighbour_code'))
]);
const vaccines: Readonly<Record<string, string>> = {
  'MMR first dose by 24 months': 'mmr-first-dose-by-24-months',
  'MMR second dose by 5 years': 'mmr-second-dose-by-5-years'
};
writeValues(
  'england-childhood-immunisation-quarterly',
  rowsOf('england-childhood-immunisation-quarterly').flatMap((row) => {
    const printed = cell(row, 'area_code');
    const area = earlierCodes[printed] ?? printed;
    if (!wanted.has(area)) return [];
    const indicator = vaccines[cell(row, 'indicator')];
    if (indicator === undefined) throw new Error(`No id for "${cell(row, 'indicator')}"`);
    return [
      {
        indicator,
        area,
        period: cell(row, 'period'),
        starts: cell(row, 'period_start'),
        breakdown: 'all',
        value: cell(row, 'value'),
        numerator: '',
        denominator: cell(row, 'denominator'),
        status: status(row)
      }
    ];
  })
);

// Scotland.
const reviewIds: Readonly<Record<string, string>> = {
  developmental_concern_at_27_30_months: 'developmental-concern-at-27-to-30-months',
  children_in_absolute_low_income_families: 'children-in-absolute-low-income'
};
writeValues(
  'scotland-27-30-month',
  rowsOf('scotland-27-30-month-concerns-2022-23').map((row) => {
    const indicator = reviewIds[cell(row, 'indicator')];
    if (indicator === undefined) throw new Error(`No id for "${cell(row, 'indicator')}"`);
    return {
      indicator,
      area: cell(row, 'area_code'),
      period: cell(row, 'period'),
      starts: starts(cell(row, 'period'), 'financial'),
      breakdown: 'all',
      value: cell(row, 'value'),
      numerator: '',
      denominator: '',
      status: 'published'
    };
  })
);
const frameworkIds: Readonly<Record<string, string>> = {
  cfe_literacy_primary: 'primary-literacy-expected-level',
  cfe_numeracy_primary: 'primary-numeracy-expected-level',
  child_material_deprivation_and_low_income: 'child-material-deprivation-and-low-income',
  difficulties_score_borderline_or_abnormal: 'difficulties-score-raised',
  elc_settings_good_or_better: 'early-learning-settings-good-or-better',
  leavers_1_or_more_scqf_4: 'school-leavers-scqf-4',
  leavers_1_or_more_scqf_5: 'school-leavers-scqf-5',
  leavers_1_or_more_scqf_6: 'school-leavers-scqf-6',
  no_concerns_27_30_month_review: 'no-concerns-at-27-to-30-months',
  participation_16_19: 'participation-at-16-to-19',
  perinatal_mortality: 'perinatal-mortality'
};
writeValues(
  'scotland-npf-children-by-simd',
  rowsOf('scotland-npf-children-by-simd').map((row) => {
    const indicator = frameworkIds[cell(row, 'indicator')];
    if (indicator === undefined) throw new Error(`No id for "${cell(row, 'indicator')}"`);
    return {
      indicator,
      area: cell(row, 'area_code'),
      period: cell(row, 'period'),
      starts: starts(
        cell(row, 'period'),
        indicator === 'no-concerns-at-27-to-30-months' ? 'financial' : 'scottish-school'
      ),
      breakdown: group(row),
      value: cell(row, 'value'),
      numerator: '',
      denominator: '',
      status: 'published'
    };
  })
);

// Places.
const lookup = rowsOf('area-lookup');
const kept = [
  'area_code',
  'area_name',
  'area_type',
  'country',
  'region_code',
  'region_name',
  'county_code',
  'upper_tier',
  'lower_tier',
  'start_year',
  'end_year',
  'successor_codes',
  'dfe_la_number',
  'other_names',
  'health_board_code',
  'hscp_code'
];
writeText(
  contentFile('data', 'area-lookup', 'areas.csv'),
  csv([kept, ...lookup.map((row) => kept.map((name) => cell(row, name)))])
);
copy('services-trafford', 'data.csv', 'services-trafford', 'places.csv');
copy('trafford-wards', 'boundaries.geojson', 'trafford-wards');
writeValues(
  'trafford-wards',
  rowsOf('trafford-wards').map((row) => {
    const indicator = wardIndicator(row);
    return {
      indicator,
      area: cell(row, 'area_code'),
      period: cell(row, 'period'),
      starts: /^\d{4}-/.test(cell(row, 'period'))
        ? cell(row, 'period')
        : `${cell(row, 'period')}-01-01`,
      breakdown: 'all',
      value: cell(row, 'value'),
      numerator: '',
      denominator: '',
      status: 'published'
    };
  })
);
copy('boundaries-scotland-councils', 'boundaries.geojson', 'boundaries-scotland-councils');
copy('boundaries-england-upper-tier', 'boundaries.geojson', 'boundaries-england-upper-tier');

function wardIndicator(row: Row): string {
  const names: Readonly<Record<string, string>> = {
    'Index of Multiple Deprivation': 'ward-multiple-deprivation-score',
    'Indices of Deprivation: Income': 'ward-income-deprivation',
    'Income Deprivation Affecting Children': 'ward-income-deprivation-affecting-children',
    'Indices of Deprivation: Education, Skills and Training': 'ward-education-deprivation-score',
    'Total resident population': 'ward-population',
    'Household is deprived in housing (from best-fit OAs)': 'ward-households-deprived-in-housing',
    'Household deprived in education (from best-fit OAs)': 'ward-households-deprived-in-education'
  };
  const title = cell(row, 'indicator');
  if (title === 'Population aged 0-15 years') {
    return cell(row, 'measure') === 'Count'
      ? 'ward-children-aged-0-to-15'
      : 'ward-share-aged-0-to-15';
  }
  const known = names[title];
  if (known === undefined) throw new Error(`No id for "${title}"`);
  return known;
}
