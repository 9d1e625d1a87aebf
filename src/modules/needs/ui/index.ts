/** Components of needs: the fields of its forms, and how its records are shown. */
export { default as DueTags } from './DueTags.svelte';
export { default as FactorTags } from './FactorTags.svelte';
export { default as QuestionFields } from './QuestionFields.svelte';
export { default as QuestionList } from './QuestionList.svelte';
export { default as QuestionMark } from './QuestionMark.svelte';
export { default as SourceFields } from './SourceFields.svelte';
export { default as StepFields } from './StepFields.svelte';
export { default as WhyFields } from './WhyFields.svelte';
