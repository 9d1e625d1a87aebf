/** Components of records: the form of any kind. */
export { default as Fields } from './Fields.svelte';
export { default as RecordForm } from './RecordForm.svelte';
export { default as RecordPage } from './RecordPage.svelte';
export { summaryRows, type SummaryRow } from './summary.ts';
