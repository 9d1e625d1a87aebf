import { records } from '#modules/records/server';
import { answerKind, criterionKind, packKind } from './kinds.ts';

export const packs = records(packKind);
export const criteria = records(criterionKind);
export const answers = records(answerKind);
