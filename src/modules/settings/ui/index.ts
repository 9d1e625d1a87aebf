/** Components of settings: their form, and the map that others put their own marks on. */
export type { MarkShapeName } from './mark-shapes.ts';
export { default as MarkShape } from './MarkShape.svelte';
export { default as SettingMap } from './SettingMap.svelte';
export { default as SettingPage } from './SettingPage.svelte';
