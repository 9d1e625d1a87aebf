import { textOf } from '#core/form-state';
import {
  columnNames,
  explainImprovementProblem,
  figureWords,
  rowSentence,
  tellMeasureColumns,
  valueColumns
} from '#modules/improvement';
import {
  addMeasureValues,
  previewValues,
  viewMeasure,
  viewValueColumns
} from '#modules/improvement/server';
import { ask, refuseUnlessMay } from '#web/page.server';
import { cellActions } from '../../../../cell-previews.server.ts';
import type { PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  refuseUnlessMay(event, addMeasureValues);
  const { measure, project } = await ask(event, viewMeasure, { measureId: event.params.measure });
  return { measure, project };
};

const mostLinesShown = 200;

function carriedVersions(text: string): Record<string, number> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).map(([date, version]) => [date, Number(version)])
    );
  } catch {
    return {};
  }
}

export const actions = cellActions({
  preview: previewValues,
  save: addMeasureValues,
  input: ({ params }: RequestEvent) => ({ measureId: params.measure }),
  carried: (values) => ({ replacing: carriedVersions(textOf(values, 'replacing')) }),
  shown({ measure, rows }) {
    const replaced = rows.filter(({ replaces }) => replaces !== null);
    const versions = replaced.map(({ value, replaces }) => [
      value.measuredOn,
      replaces?.version ?? 0
    ]);
    return {
      replacing: JSON.stringify(Object.fromEntries(versions)),
      added: rows.length - replaced.length,
      replaced: replaced.length,
      all: rows.length,
      lines: rows.slice(0, mostLinesShown).map(({ value, replaces }) => ({
        date: value.measuredOn,
        words: figureWords(measure, value.figure),
        note: value.note,
        before: replaces === null ? null : figureWords(measure, replaces.figure)
      }))
    };
  },
  async tell(cells, event) {
    const { measure } = await ask(event, viewMeasure, { measureId: event.params.measure });
    const { columns, under } = tellMeasureColumns(cells, measure);
    const options = valueColumns(measure.valueForm).map((value) => ({
      value,
      label: columnNames[value]
    }));
    return { columns, options, under };
  },
  before: viewValueColumns,
  of: ({ params }) => params.measure,
  explain: explainImprovementProblem,
  rows: (problem) => (problem.kind === 'bad-rows' ? problem.problems.map(rowSentence) : []),
  done: ({ added, replaced }) =>
    `${added} ${added === 1 ? 'value' : 'values'} added${replaced === 0 ? '' : `, ${replaced} replaced`}.`,
  to: ({ params }) => `improvement/measures/${params.measure}`
});
