/** The server's door: settings, their import, the outline of the place. */
export {
  addSetting,
  addSettings,
  blankSetting,
  changeSetting,
  closeSetting,
  drawAreas,
  drawOutline,
  formOfSetting,
  importSettings,
  removeAreas
} from './commands.server.ts';
export { settingsByDay, type SettingAtDay, type SettingThen } from './before.store.server.ts';
export { outlineOf, settingsOf } from './published.server.ts';
export {
  previewSettings,
  viewAreas,
  viewSetting,
  viewSettingColumns,
  viewSettings
} from './queries.server.ts';
