import { inject } from 'vitest';
import type { DemonstrationAccount } from '../../src/cli/demo.ts';
import type {} from './running-cairn.ts';

/** Where the journeys' Cairn answers, without a slash at the end. */
export function baseAddress(): string {
  return inject('cairn').address;
}

/** Who can sign in there. */
export function demonstrationAccounts(): readonly DemonstrationAccount[] {
  return inject('cairn').accounts;
}
