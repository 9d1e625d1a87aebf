/** The door of driver diagrams for pages. */
export { default as DiagramOutline } from './DiagramOutline.svelte';
export { default as DriverFields } from './DriverFields.svelte';
export { default as VerdictTag } from './VerdictTag.svelte';
