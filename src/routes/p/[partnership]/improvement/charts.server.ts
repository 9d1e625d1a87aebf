import {
  chartProblemSentence,
  chartTable,
  drawChart,
  type Analysis,
  type Annotation,
  type DrawOptions
} from '#modules/charts';
import {
  analyseMeasure,
  marksOf,
  unitOf,
  type MeasureAnnotation,
  type MeasureRecord,
  type Test
} from '#modules/improvement';

/** Draws measures for pages: what a component shows, ready as text. */

/** A measure as a page shows it: its pictures, its sentence, its table; or the sentence that says why there are none. */
export function measureFigure(
  record: MeasureRecord & { readonly annotations: readonly MeasureAnnotation[] },
  tests: readonly Test[],
  /** Where a point leads, by its date. */
  hrefOf?: (date: string) => string
) {
  const { measure, values } = record;
  const analysed = analyseMeasure(record);
  const latest = values.reduce<Date | null>(
    (last, { addedAt }) => (last === null || addedAt > last ? addedAt : last),
    null
  );
  const lastBy = values.find(({ addedAt }) => addedAt === latest)?.addedBy ?? null;
  if (!analysed.ok) {
    return {
      drawn: null,
      why: chartProblemSentence(analysed.error),
      updatedAt: latest,
      by: lastBy
    };
  }
  const analysis = analysed.value;
  return {
    drawn: {
      says: analysis.summary,
      pictures: picturesOf(analysis, {
        title: measure.title,
        yLabel: unitOf(measure),
        annotations: [...marksOf(values, record.annotations, tests), ...offerOf(record, analysis)],
        id: `m-${measure.id.slice(0, 8)}`,
        ...(hrefOf === undefined ? {} : { pointHref: linksOf(analysis, hrefOf) })
      }),
      dates: analysis.points.map(({ x }) => String(x)),
      table: chartTable(analysis, { title: measure.title }),
      signals: analysis.signals.map(({ sentence }) => sentence),
      verdicts: analysis.verdicts,
      suggestion: analysis.suggestion,
      centre: analysis.phases.at(-1)?.centre ?? null,
      centreName: analysis.centreName
    },
    why: null,
    updatedAt: latest,
    by: lastBy
  };
}

/** The phase that the data would support, as a mark on the chart; none where a frozen baseline says what to compare with. */
function offerOf({ measure }: MeasureRecord, { suggestion }: Analysis): Annotation[] {
  if (suggestion === null || measure.frozenThrough !== null) return [];
  return [{ x: suggestion.startsAt, kind: 'note', label: 'A new phase from here?' }];
}

const fewEnoughToLink = 30;
const alwaysLinked = 12;

/**
 * Which points lead somewhere: all of a short series; of a long one those that are signals and the latest, so that nobody has
 * to step through two hundred by keyboard. The table beside the chart leads from every one.
 */
function linksOf(
  analysis: Analysis,
  hrefOf: (date: string) => string
): NonNullable<DrawOptions['pointHref']> {
  const { points } = analysis;
  const isShort = points.length <= fewEnoughToLink;
  const linked = new Set(
    points
      .filter(
        ({ meaning }, index) => isShort || meaning !== null || index >= points.length - alwaysLinked
      )
      .map(({ x }) => x)
  );
  return (x) => (linked.has(x) ? hrefOf(String(x)) : null);
}

/** Drawn as wide as they are shown, beside a rail and on a phone, so that their words keep their size. */
function picturesOf(analysis: Analysis, options: DrawOptions & { readonly id: string }) {
  return {
    wide: drawChart(analysis, { ...options, width: 860, id: `${options.id}-wide` }),
    narrow: drawChart(analysis, { ...options, width: 320, id: `${options.id}-narrow` })
  };
}

/** A small picture without words, for lists. Its sentence stands beside it. */
export function sparkline(analysis: Analysis, id: string): string {
  return drawChart(analysis, {
    width: 320,
    height: 120,
    compact: true,
    titleShown: false,
    id: `s-${id.slice(0, 8)}`
  });
}
