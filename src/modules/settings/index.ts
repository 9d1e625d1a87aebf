/** Nurseries and other settings: the places where children and families are. */
export * from './types.ts';
export { readOutline, type OutlineProblem } from './outline.ts';
export {
  detailsOf,
  kindOf,
  planSettings,
  readSettingRows,
  type PlannedSetting,
  type RowProblem,
  type RowsProblem,
  type SettingPlan
} from './rows.ts';
export { areasOf, isOpenOn } from './rules.ts';
export {
  explainSettingProblem,
  kindNames,
  rowSentence,
  settingLabels,
  settingsCounted,
  type SettingProblem
} from './sentences.ts';
export { settingsTable, settingsTemplate } from './tables.ts';
