import { sql } from 'kysely';
import type {
  Area,
  IndicatorCatalogue,
  IndicatorValue as OpenValue,
  Neighbour
} from '#modules/vocabulary';
import type { Tx } from '#platform/database';
import type { AreaFigure, Group, LoadedIndicator, OpenArea } from '../types.ts';

/** All SQL about open data. They belong to no partnership: everyone reads the same, and only the owner's loader writes. */

const figureColumns = [
  'openValue.indicator',
  'openValue.area',
  'openValue.breakdown',
  'openValue.period',
  'openValue.starts',
  'openValue.value',
  'openValue.numerator',
  'openValue.denominator',
  'openValue.status'
] as const;

export async function openAreas(tx: Tx): Promise<OpenArea[]> {
  return tx
    .selectFrom('openArea')
    .select(['code', 'name', 'kind', 'country', 'regionCode', 'isUpperTier', 'endYear'])
    .select(['successors', 'otherNames', 'laNumber'])
    .orderBy('code')
    .execute();
}

/** The statistical neighbours of an area, the most alike first. */
export async function neighboursOf(tx: Tx, area: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('openNeighbour')
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
  let select = tx.selectFrom('openIndicator').selectAll().orderBy('position');
  if (ids !== undefined) select = select.where('id', '=', sql<string>`any(${[...ids]}::text[])`);
  const rows = await select.execute();
  return rows.map((row) => ({
    ...row.body,
    pack: row.pack,
    attribution: row.attribution,
    licenceUrl: row.licenceUrl,
    countries: row.countries,
    loadedAt: row.loadedAt
  }));
}

export async function openGroups(tx: Tx): Promise<Group[]> {
  return tx.selectFrom('openBreakdown').select(['id', 'title']).execute();
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
    .selectFrom('openValue')
    .select(figureColumns)
    .where('indicator', '=', sql<string>`any(${[...wanted.indicators]}::text[])`)
    .where('area', '=', sql<string>`any(${[...wanted.areas]}::text[])`)
    .where('breakdown', '=', sql<string>`any(${[...wanted.breakdowns]}::text[])`);
  if (wanted.period !== undefined) select = select.where('period', '=', wanted.period);
  return select.orderBy('starts').execute();
}

/** The figures of many indicators, each in one period of its own, for everybody. */
export async function openFiguresAt(
  tx: Tx,
  wanted: readonly { readonly indicator: string; readonly period: string }[],
  areas: readonly string[]
): Promise<AreaFigure[]> {
  if (wanted.length === 0 || areas.length === 0) return [];
  return tx
    .selectFrom('openValue')
    .innerJoin(
      sql<{ indicator: string; period: string }>`
        unnest(${wanted.map((each) => each.indicator)}::text[], ${wanted.map((each) => each.period)}::text[])
      `.as<'at'>(sql`at (indicator, period)`),
      (join) =>
        join
          .onRef('at.indicator', '=', 'openValue.indicator')
          .onRef('at.period', '=', 'openValue.period')
    )
    .select(figureColumns)
    .where('openValue.breakdown', '=', 'all')
    .where('openValue.area', '=', sql<string>`any(${[...areas]}::text[])`)
    .execute();
}

/** The groups of an indicator for which any of the areas has a figure. */
export async function groupsWithFigures(
  tx: Tx,
  indicator: string,
  areas: readonly string[]
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('openValue')
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
    .selectFrom('openDataLoad')
    .select('checksum')
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.checksum ?? null;
}

export async function noteLoad(
  tx: Tx,
  load: { part: string; checksum: string; rowCount: number; now: Date }
): Promise<void> {
  const values = { checksum: load.checksum, rowCount: load.rowCount, loadedAt: load.now };
  await tx
    .insertInto('openDataLoad')
    .values({ part: load.part, ...values })
    .onConflict((conflict) => conflict.column('part').doUpdateSet(values))
    .execute();
}

export async function replaceAreas(tx: Tx, areas: readonly Area[]): Promise<void> {
  await tx.deleteFrom('openArea').execute();
  for (const some of slices(areas, 1000)) {
    await tx
      .insertInto('openArea')
      .values(
        some.map((area) => ({
          code: area.code,
          name: area.name,
          kind: area.type,
          country: area.country,
          regionCode: area.regionCode,
          isUpperTier: area.isUpperTier,
          endYear: area.endYear,
          successors: area.successors,
          otherNames: area.otherNames,
          laNumber: area.laNumber,
          healthBoardCode: area.healthBoardCode
        }))
      )
      .execute();
  }
}

export async function replaceNeighbours(tx: Tx, neighbours: readonly Neighbour[]): Promise<void> {
  await tx.deleteFrom('openNeighbour').execute();
  for (const some of slices(neighbours, 1000)) {
    await tx
      .insertInto('openNeighbour')
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
  const ids = catalogue.indicators.map((each) => each.id);
  await tx
    .deleteFrom('openIndicator')
    .where('id', '!=', sql<string>`all(${ids}::text[])`)
    .execute();
  await tx.deleteFrom('openBreakdown').execute();
  await tx
    .insertInto('openBreakdown')
    .values(catalogue.breakdowns.map((each) => ({ ...each })))
    .execute();
  for (const [position, indicator] of catalogue.indicators.entries()) {
    const pack = packs.get(indicator.set);
    const values = {
      position,
      pack: pack?.id ?? indicator.set,
      attribution: pack?.attribution ?? '',
      licenceUrl: pack?.licenceUrl ?? null,
      body: sql<string>`${JSON.stringify(indicator)}::jsonb`,
      loadedAt: now
    };
    await tx
      .insertInto('openIndicator')
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
    .deleteFrom('openValue')
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
