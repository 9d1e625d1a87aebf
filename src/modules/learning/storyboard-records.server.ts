import { dateOf } from '#core/dates';
import { projectRecord, projectRecords } from '#modules/improvement/server';
import { getPartnership } from '#modules/partnerships/server';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import { composeStoryboard } from './storyboard.ts';
import type { Storyboard } from './kinds.ts';
import type { StoryboardContent } from './types.ts';

/** What a storyboard shows on a day: its project, or every project of the place that is not paused. */
export async function contentOf(
  tx: Tx,
  scope: ReadScope,
  board: Storyboard,
  now: Date
): Promise<StoryboardContent> {
  const one = board.projectId === null ? null : await projectRecord(tx, scope, board.projectId);
  const records =
    board.projectId === null
      ? (await projectRecords(tx, scope)).filter(({ project }) => project.status !== 'paused')
      : one === null
        ? []
        : [one];
  const { name } = await getPartnership(tx, scope);
  return composeStoryboard(board, records, { place: name, today: dateOf(now) });
}
