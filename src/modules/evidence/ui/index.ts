/** Components of the evidence: marks that always carry their doubt, the matrix, and its key. */
export { default as CellReasons } from './CellReasons.svelte';
export { default as DifferenceMark } from './DifferenceMark.svelte';
export { default as Doubt } from './Doubt.svelte';
export { default as EvidenceKey } from './EvidenceKey.svelte';
export { default as InsightList } from './InsightList.svelte';
export { default as MatrixGrid } from './MatrixGrid.svelte';
export { default as MatrixSheet } from './MatrixSheet.svelte';
export { default as MatrixTable } from './MatrixTable.svelte';
export { default as MattersMark } from './MattersMark.svelte';
export { default as PathwayList } from './PathwayList.svelte';
export { default as RouteList } from './RouteList.svelte';
export { default as WhatWorksSources } from './WhatWorksSources.svelte';
export { default as WorksMark } from './WorksMark.svelte';
