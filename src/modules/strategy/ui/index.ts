/** Components of the strategy. */
export { default as ApprovalFields } from './ApprovalFields.svelte';
export { default as ChangedText } from './ChangedText.svelte';
export { default as FrozenDocument } from './FrozenDocument.svelte';
export { default as Paragraphs } from './Paragraphs.svelte';
export { default as RecordLists } from './RecordLists.svelte';
