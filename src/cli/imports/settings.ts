import { ok, type Result } from '#core/result';
import {
  explainSettingProblem,
  rowSentence,
  settingColumns,
  settingKind,
  tellSettingColumns,
  underSettingHeadings,
  type SettingProblem
} from '#modules/settings';
import { importSettings, previewSettings, viewSettingColumns } from '#modules/settings/server';
import type { ImportOptions } from './options.ts';
import { readRows } from './read-cells.ts';
import { asked, counted, usesBefore, type Hand } from './who.ts';

/** Takes a file of settings as the page does, in somebody's name: looked at, then saved unless it is a dry run. */
export async function importSettingsFile(
  hand: Hand,
  bytes: Buffer,
  options: ImportOptions
): Promise<Result<object, string>> {
  const { dryRun } = options;
  const read = await readRows(bytes, options);
  if (!read.ok) return read;
  const told = tellSettingColumns(read.value.cells).columns;
  const uses = await usesBefore(hand, viewSettingColumns, '', told);
  if (!uses.ok) return uses;
  const cells = underSettingHeadings(read.value.cells, uses.value);
  const columns = told.map(({ heading }, index) => {
    const field = settingColumns.find((one) => one === uses.value[index]);
    return { heading, takenFor: field === undefined ? 'left out' : settingKind.labels[field] };
  });
  const seen = await asked(hand, previewSettings, { cells }, sentenceOf);
  if (!seen.ok) return seen;
  const { plan, fingerprint } = seen.value;
  const brief = (list: typeof plan.added) =>
    list.map(({ row, details, changed }) => ({ row, ...details, changed }));
  const answer = {
    columns,
    added: brief(plan.added),
    changed: brief(plan.changed),
    unchanged: plan.unchanged.map(({ row, details }) => ({ row, name: details.name })),
    notes: read.value.notes,
    said: [
      `${counted(plan.added.length, 'setting', 'settings')} to add, ${plan.changed.length} to change, ${plan.unchanged.length} as they are.`
    ]
  };
  if (dryRun) return ok({ saved: false, ...answer });
  const done = await asked(hand, importSettings, { cells, fingerprint }, sentenceOf);
  return done.ok ? ok({ saved: true, ...answer }) : done;
}

/** Wrong rows one by one, or what is wrong with the whole. */
function sentenceOf(problem: SettingProblem): string {
  if (problem.kind === 'bad-rows') return problem.problems.map(rowSentence).join('\n');
  const explained = explainSettingProblem(problem);
  return typeof explained === 'string' ? explained : explained.sentence;
}
