import { ok } from '#core/result';
import { getPartnership } from '#modules/partnerships/server';
import { readWards, type Wards } from '#modules/vocabulary';
import { packFile, packsHolding } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import * as v from 'valibot';
import { precisionOf } from '../figures/rounding.ts';
import * as open from './store.server.ts';

/** The open figures of the wards of the partnership's area: one line a ward, the newest period of each indicator. */
export const viewWards = query({
  name: 'indicators.view-wards',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const { areaCode } = await getPartnership(tx, scope);
    const wards = await wardsOf(tx, areaCode);
    const indicators = (await open.loadedIndicators(tx)).filter((each) =>
      each.areaLevels.some((level) => level === 'ward')
    );
    const figures = await open.openFigures(tx, {
      indicators: indicators.map((each) => each.id),
      areas: wards.map((ward) => ward.code),
      breakdowns: ['all']
    });
    const shown = indicators.filter((each) => figures.some((one) => one.indicator === each.id));
    return ok({
      indicators: shown.map((each) => ({
        id: each.id,
        title: each.title,
        unit: each.unit,
        decimals: precisionOf(
          figures.filter((one) => one.indicator === each.id).map(({ value }) => value),
          each.decimals
        ),
        // Figures come oldest first: the last is of the newest period.
        period: figures.findLast((one) => one.indicator === each.id)?.period ?? '',
        caveats: each.caveats,
        publisher: each.source.publisher
      })),
      wards: wards.map((ward) => ({
        ...ward,
        /** Of the period that its column names; why there is none, or that it may change, in `status`. */
        figures: shown.map((each) => {
          const newest = figures.findLast((one) => one.indicator === each.id)?.period;
          const found = figures.find(
            (one) => one.indicator === each.id && one.area === ward.code && one.period === newest
          );
          return { value: found?.value ?? null, status: found?.status ?? 'not-published' };
        })
      }))
    });
  }
});

/** The wards of an area, where a pack holds them. */
export async function wardsOf(tx: Tx, areaCode: string | null): Promise<Wards['wards']> {
  const files = await Promise.all(
    (await packsHolding(tx, 'wards.json')).map((pack) =>
      packFile(tx, pack, 'wards.json', (json) => readWards(json))
    )
  );
  return files.find((file) => file.partOf === areaCode)?.wards ?? [];
}
