/** Components of roll-out: its forms, where a setting stands, and how far a change has spread. */
export { default as ReportForm } from './ReportForm.svelte';
export { default as RollOutPage } from './RollOutPage.svelte';
export { default as Spread } from './Spread.svelte';
export { default as StandingTag } from './StandingTag.svelte';
