/** Components of roll-out: its forms, where a setting stands, and how far a change has spread. */
export { default as ReportFields } from './ReportFields.svelte';
export { default as RollOutFields } from './RollOutFields.svelte';
export { default as Spread } from './Spread.svelte';
export { default as StandingTag } from './StandingTag.svelte';
