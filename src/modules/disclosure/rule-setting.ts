import type { Output } from './rule.ts';
import type { Rule } from './types.ts';

/** The rule one output follows, with why and since when; `setAt` is null where the default holds. */
export type RuleSetting = {
  readonly output: Output;
  readonly rule: Rule;
  readonly reason: string;
  readonly version: number;
  readonly setAt: Date | null;
  readonly setBy: string;
};
