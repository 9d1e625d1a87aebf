import { sql } from 'kysely';
import type {
  Area,
  IndicatorCatalogue,
  IndicatorValue as OpenValue,
  Neighbour,
  OpenIndicator
} from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import { statusOf } from './stored-status.ts';
import type { Figure, Group, LoadedIndicator, OpenArea } from './types.ts';

/** All SQL about open data. They belong to no partnership: everyone reads the same, and only the owner's loader writes. */

export type AreaFigure = Figure & {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: string;
};

export async function openAreas(tx: Tx): Promise<OpenArea[]> {
  const rows = await tx.selectFrom('open_area').selectAll().orderBy('code').execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    kind: row.kind,
    country: row.country,
    regionCode: row.region_code,
    isUpperTier: row.is_upper_tier,
    endYear: row.end_year,
    successors: row.successors,
    otherNames: row.other_names
  }));
}

/** The statistical neighbours of an area, the most alike first. */
export async function neighboursOf(tx: Tx, area: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('open_neighbour')
    .select('neighbour')
    .where('area', '=', area)
    .orderBy('rank')
    .execute();
  return rows.map((row) => row.neighbour);
}

/** The open indicators of the catalogue, in its order; those named, or all. */
export async function loadedIndicators(
  tx: Tx,
  ids?: readonly string[]
): Promise<LoadedIndicator[]> {
  let select = tx.selectFrom('open_indicator').selectAll().orderBy('position');
  if (ids !== undefined) select = select.where('id', '=', sql<string>`any(${[...ids]}::text[])`);
  const rows = await select.execute();
  return rows.map((row) => ({
    ...(row.body as unknown as OpenIndicator), // checked by the reader of the catalogue before it was stored
    pack: row.pack,
    attribution: row.attribution,
    licenceUrl: row.licence_url,
    countries: row.countries,
    loadedAt: row.loaded_at
  }));
}

export async function openGroups(tx: Tx): Promise<Group[]> {
  return tx.selectFrom('open_breakdown').select(['id', 'title']).execute();
}

/** Figures of some indicators, areas and groups, oldest first; of one period when it is named. */
export async function openFigures(
  tx: Tx,
  wanted: {
    indicators: readonly string[];
    areas: readonly string[];
    breakdowns: readonly string[];
    period?: string;
  }
): Promise<AreaFigure[]> {
  let select = tx
    .selectFrom('open_value')
    .select([
      'indicator',
      'area',
      'breakdown',
      'period',
      'starts',
      'value',
      'numerator',
      'denominator',
      'status'
    ])
    .where('indicator', '=', sql<string>`any(${[...wanted.indicators]}::text[])`)
    .where('area', '=', sql<string>`any(${[...wanted.areas]}::text[])`)
    .where('breakdown', '=', sql<string>`any(${[...wanted.breakdowns]}::text[])`);
  if (wanted.period !== undefined) select = select.where('period', '=', wanted.period);
  const rows = await select.orderBy('starts').execute();
  return rows.map((row) => ({ ...row, status: statusOf(row.status) }));
}

/** The figures of many indicators, each in one period of its own, for everybody. */
export async function openFiguresAt(
  tx: Tx,
  wanted: readonly { readonly indicator: string; readonly period: string }[],
  areas: readonly string[]
): Promise<AreaFigure[]> {
  if (wanted.length === 0 || areas.length === 0) return [];
  const rows = await tx
    .selectFrom('open_value')
    .innerJoin(
      sql<{ indicator: string; period: string }>`
        unnest(${wanted.map((each) => each.indicator)}::text[], ${wanted.map((each) => each.period)}::text[])
      `.as<'at'>(sql`at (indicator, period)`),
      (join) =>
        join
          .onRef('at.indicator', '=', 'open_value.indicator')
          .onRef('at.period', '=', 'open_value.period')
    )
    .select([
      'open_value.indicator',
      'open_value.area',
      'open_value.breakdown',
      'open_value.period',
      'open_value.starts',
      'open_value.value',
      'open_value.numerator',
      'open_value.denominator',
      'open_value.status'
    ])
    .where('open_value.breakdown', '=', 'all')
    .where('open_value.area', '=', sql<string>`any(${[...areas]}::text[])`)
    .execute();
  return rows.map((row) => ({ ...row, status: statusOf(row.status) }));
}

/** Which of the indicators have any figure for one of the areas. */
export async function indicatorsWithFigures(
  tx: Tx,
  areas: readonly string[]
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('open_value')
    .select('indicator')
    .distinct()
    .where('area', '=', sql<string>`any(${[...areas]}::text[])`)
    .where('value', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.indicator));
}

/** The groups of an indicator for which any of the areas has a figure. */
export async function groupsWithFigures(
  tx: Tx,
  indicator: string,
  areas: readonly string[]
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('open_value')
    .select('breakdown')
    .distinct()
    .where('indicator', '=', indicator)
    .where('area', '=', sql<string>`any(${[...areas]}::text[])`)
    .where('value', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.breakdown));
}

export async function loadedChecksum(tx: Tx, part: string): Promise<string | null> {
  const row = await tx
    .selectFrom('open_data_load')
    .select('checksum')
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.checksum ?? null;
}

export async function noteLoad(
  tx: Tx,
  load: { part: string; checksum: string; rowCount: number; now: Date }
): Promise<void> {
  const values = { checksum: load.checksum, row_count: load.rowCount, loaded_at: load.now };
  await tx
    .insertInto('open_data_load')
    .values({ part: load.part, ...values })
    .onConflict((conflict) => conflict.column('part').doUpdateSet(values))
    .execute();
}

export async function replaceAreas(tx: Tx, areas: readonly Area[]): Promise<void> {
  await tx.deleteFrom('open_area').execute();
  for (const some of slices(areas, 1000)) {
    await tx
      .insertInto('open_area')
      .values(
        some.map((area) => ({
          code: area.code,
          name: area.name,
          kind: area.type,
          country: area.country,
          region_code: area.regionCode,
          is_upper_tier: area.isUpperTier,
          end_year: area.endYear,
          successors: [...area.successors],
          other_names: [...area.otherNames],
          health_board_code: area.healthBoardCode
        }))
      )
      .execute();
  }
}

export async function replaceNeighbours(tx: Tx, neighbours: readonly Neighbour[]): Promise<void> {
  await tx.deleteFrom('open_neighbour').execute();
  for (const some of slices(neighbours, 1000)) {
    await tx
      .insertInto('open_neighbour')
      .values([...some])
      .execute();
  }
}

/** Stores the catalogue. Figures of indicators that are no longer in it go with them. */
export async function replaceCatalogue(
  tx: Tx,
  catalogue: IndicatorCatalogue,
  packs: ReadonlyMap<string, { id: string; attribution: string; licenceUrl: string | null }>,
  now: Date
): Promise<void> {
  const ids = catalogue.indicators.map((each) => each.id as string); // an id is a text
  await tx
    .deleteFrom('open_indicator')
    .where('id', '!=', sql<string>`all(${ids}::text[])`)
    .execute();
  await tx.deleteFrom('open_breakdown').execute();
  await tx
    .insertInto('open_breakdown')
    .values(catalogue.breakdowns.map((each) => ({ ...each })))
    .execute();
  for (const [position, indicator] of catalogue.indicators.entries()) {
    const pack = packs.get(indicator.set);
    const values = {
      position,
      pack: pack?.id ?? indicator.set,
      attribution: pack?.attribution ?? '',
      licence_url: pack?.licenceUrl ?? null,
      body: sql<string>`${JSON.stringify(indicator)}::jsonb`,
      loaded_at: now
    };
    await tx
      .insertInto('open_indicator')
      .values({ id: indicator.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }
}

/** Puts the figures of a set in place of those that were there, in one statement. */
export async function replaceFigures(
  tx: Tx,
  indicators: readonly string[],
  figures: readonly OpenValue[]
): Promise<void> {
  await tx
    .deleteFrom('open_value')
    .where('indicator', '=', sql<string>`any(${[...indicators]}::text[])`)
    .execute();
  const column = <Cell>(pick: (figure: OpenValue) => Cell) => figures.map(pick);
  await sql`
    insert into open_value (indicator, area, period, starts, breakdown, value, numerator, denominator, status)
    select * from unnest(
      ${column((each) => each.indicator)}::text[],
      ${column((each) => each.area)}::text[],
      ${column((each) => each.period)}::text[],
      ${column((each) => each.starts)}::date[],
      ${column((each) => each.breakdown)}::text[],
      ${column((each) => each.value)}::numeric[],
      ${column((each) => each.numerator)}::numeric[],
      ${column((each) => each.denominator)}::numeric[],
      ${column((each) => each.status)}::text[]
    )`.execute(tx);
}

/** Writes down for each indicator in which nations it has figures. */
export async function noteCountries(tx: Tx): Promise<void> {
  await sql`
    update open_indicator set countries = found.countries
    from (
      select indicator, array_agg(distinct case left(area, 1)
        when 'E' then 'England' when 'S' then 'Scotland' when 'W' then 'Wales' when 'N' then 'Northern Ireland'
        else 'made up' end) as countries
      from open_value group by indicator
    ) found
    where found.indicator = open_indicator.id`.execute(tx);
}

function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
