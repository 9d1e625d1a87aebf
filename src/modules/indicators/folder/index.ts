/** What the command line answers of a folder of published figures: a value, a gap, a trend. */
export { answerGap, answerGapTrend, answerTrend, answerValue } from './answers.ts';
export { readDataRows, type DataFolder, type NamedIndicator } from './folder.ts';
export { originalNames } from './original-names.ts';
export { explainFolder } from './sentences.ts';
