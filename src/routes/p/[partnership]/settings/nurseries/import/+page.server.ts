import {
  explainSettingProblem,
  rowSentence,
  settingColumns,
  settingKind,
  tellSettingColumns,
  underSettingHeadings
} from '#modules/settings';
import { importSettings, previewSettings, viewSettingColumns } from '#modules/settings/server';
import { refuseUnlessMay } from '#web/page.server';
import { cellActions } from '../../../cell-previews.server.ts';
import type { Actions, PageServerLoad } from './$types';

const mostShown = 100;

export const load: PageServerLoad = (event) => {
  refuseUnlessMay(event, importSettings);
};

export const actions = cellActions({
  preview: previewSettings,
  save: importSettings,
  tell: (cells) => ({
    columns: tellSettingColumns(cells).columns,
    options: settingColumns.map((value) => ({ value, label: settingKind.labels[value] })),
    under: (uses) => underSettingHeadings(cells, uses)
  }),
  before: viewSettingColumns,
  explain: explainSettingProblem,
  rows: (problem) => (problem.kind === 'bad-rows' ? problem.problems.map(rowSentence) : []),
  shown: ({ plan, fingerprint }) => ({
    fingerprint,
    counts: {
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged.length
    },
    lines: [...plan.changed, ...plan.added].slice(0, mostShown)
  }),
  done: ({ added, changed, unchanged }) =>
    `${added} added, ${changed} changed, ${unchanged} as they were.`,
  to: () => 'settings/nurseries'
}) satisfies Actions;
