/** Components of surveys: the form a respondent meets, and how results and quotes are shown. */
export { default as QuoteText } from './QuoteText.svelte';
export { default as StateTag } from './StateTag.svelte';
export { default as SurveyForm } from './SurveyForm.svelte';
export { default as TallyTable } from './TallyTable.svelte';
export { default as ThemesAtFactor } from './ThemesAtFactor.svelte';
