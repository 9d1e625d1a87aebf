/** The door of the agreement with other programs (qicharts2, NHSRplotthedots, runcharter): their input in, their output out. */
export { countIdentical, firstDifference, packRepeats, toleranceFor } from './agreement.ts';
export { answerCase, answerCases } from './cases.ts';
export { isJsonObject, type Json, type JsonObject } from './json.ts';
