/** Nurseries and other settings: the places where children and families are. */
export * from './types.ts';
export { readAreaOutlines, readOutline, type OutlineProblem } from './outline.ts';
export {
  closingKind,
  furtherFields,
  kindNames,
  providerNames,
  settingKind,
  type Setting,
  type SettingDetails
} from './kinds.ts';
export { tellSettingColumns, underSettingHeadings, type PlannedSetting } from './rows.ts';
export { columns as settingColumns } from './tables.ts';
export { areasOf, isOpenOn } from './rules.ts';
export {
  explainSettingProblem,
  rowSentence,
  settingsCounted,
  type SettingProblem
} from './sentences.ts';
export { settingsMap, settingsTable, settingsTemplate } from './tables.ts';
