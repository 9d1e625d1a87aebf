import { records } from '#modules/records/server';
import { dataItemKind, questionKind, sourceKind } from './kinds.ts';

export const sources = records(sourceKind);
export const questions = records(questionKind);
export const items = records(dataItemKind);
