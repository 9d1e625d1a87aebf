/** Components of the services: their list, their form, what an import would change, and coverage by factor. */
export { default as CoverageList } from './CoverageList.svelte';
export { default as FactorSelect } from './FactorSelect.svelte';
export { default as ImportPreview } from './ImportPreview.svelte';
export { default as ServiceFields } from './ServiceFields.svelte';
export { default as ServiceTable } from './ServiceTable.svelte';
export { default as SupportBands } from './SupportBands.svelte';
