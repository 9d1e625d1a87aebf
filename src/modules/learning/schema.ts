import { lookedThrough } from '#modules/disclosure';
import { fieldName, newTestParts, type TestId } from '#modules/improvement';
import { id, version } from '#platform/fields';
import * as v from 'valibot';
import type { TakeawayId } from './types.ts';

/** The shape of inputs that are no record's own. Forms send texts; the demonstration and other callers may send values. */

export const takeUpInput = v.object({ id: id<TakeawayId>(), version });
export const planFromInput = lookedThrough(
  { takeawayId: id<TakeawayId>(), ...newTestParts },
  { names: fieldName }
);
export const linkInput = v.object({ takeawayId: id<TakeawayId>(), testId: id<TestId>() });
