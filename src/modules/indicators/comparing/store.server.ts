import { records } from '#modules/records/server';
import { comparatorGroupKind } from '../kinds.ts';

/** The groups of areas that a partnership chose to compare with. */
export const comparatorGroups = records(comparatorGroupKind);
