/** Components of surveys of settings. */
export { default as AnswerFields } from './AnswerFields.svelte';
