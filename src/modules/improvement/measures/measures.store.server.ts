import { records } from '#modules/records/server';
import { measureKind } from './kinds.ts';

export const measures = records(measureKind);
