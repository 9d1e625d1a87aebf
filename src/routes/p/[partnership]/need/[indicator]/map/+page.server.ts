import { classRange, isHidden, mapSentence, mapTable, periodWords } from '#modules/indicators';
import { drawMap, drawMapSwatch } from '#modules/indicators/drawing';
import { viewIndicatorMap } from '#modules/indicators/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';
import { askedOf } from './asked.ts';

export const load: PageServerLoad = async (event) => {
  const asked = askedOf(event.params.indicator, event.url.searchParams);
  const { outlines, ...view } = await ask(event, viewIndicatorMap, asked);
  const says = mapSentence({ ...view, outlines });
  const title = `${view.plainTitle}, ${periodWords(view.period, view.measure.periodKind)}`;
  const count = view.classes.length;
  return {
    // Outlines are drawn here and stay here: the page needs the picture alone.
    view,
    says,
    title,
    drawn: drawMap({ id: 'map', title, says, view: { ...view, outlines } }),
    legend: [
      ...view.classes.map((each, index) => {
        const range = classRange(view.classes, index, view.classing, view.measure);
        const words = `Class ${index + 1}`;
        const swatch = drawMapSwatch(index + 1, count, words);
        return { swatch, words, range, areaCount: each.areaCount };
      }),
      {
        swatch: drawMapSwatch(null, count, 'Hidden'),
        words: 'Hidden',
        range: '',
        areaCount: view.areas.filter(isHidden).length
      },
      {
        swatch: drawMapSwatch(null, count, 'No figure'),
        words: 'No figure',
        range: '',
        areaCount: view.areas.filter((area) => area.value === null && !isHidden(area)).length
      }
    ].filter((row) => row.range !== '' || row.areaCount > 0),
    /** How many areas have figures and no outline. */
    withoutOutline: view.areas.filter(
      (area) => !outlines.some((outline) => outline.area === area.code)
    ).length,
    table: mapTable({ ...view, outlines })
  };
};
