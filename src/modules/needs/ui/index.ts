/** Components of needs: the fields of its forms, and how its records are shown. */
export { default as DueTags } from './DueTags.svelte';
export { default as FactorTags } from './FactorTags.svelte';
export { default as QuestionList } from './QuestionList.svelte';
export { default as QuestionMark } from './QuestionMark.svelte';
