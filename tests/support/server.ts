import { inject } from 'vitest';
import type { DemonstrationAccount } from '../../src/cli/demo.ts';
import type { RunningCairn } from './running-cairn.ts';

/** The Cairn of this worker: what a journey changes in it, no journey at its side can see. */
function thisCairn(): RunningCairn {
  const worker = Number(process.env['VITEST_POOL_ID']);
  const cairn = inject('cairns')[worker - 1];
  if (cairn === undefined) throw new Error(`Worker ${worker} has no Cairn of its own.`);
  return cairn;
}

/** Where the journeys' Cairn answers, without a slash at the end. */
export function baseAddress(): string {
  return thisCairn().address;
}

/** Who can sign in there. */
export function demonstrationAccounts(): readonly DemonstrationAccount[] {
  return thisCairn().accounts;
}
