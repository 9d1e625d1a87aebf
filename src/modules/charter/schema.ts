import { lookedThrough } from '#modules/disclosure';
import type { ProjectId } from '#modules/improvement';
import {
  choice,
  id,
  neededDate,
  neededText,
  optionalDate,
  optionalNumber,
  text,
  version
} from '#platform/fields';
import * as v from 'valibot';
import { charterFieldNames } from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { memberParts, type MemberId, type MilestoneId } from './types.ts';

/** The shape of every input. */

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: charterFieldNames });
const project = { projectId: id<ProjectId>() };

export const charterInput = looked({
  ...project,
  why: text(),
  scopeIn: text(),
  scopeOut: text(),
  limits: text(),
  version
});

const memberFields = {
  part: choice(memberParts, say.part),
  role: neededText(say.role, 200),
  organisation: text(200),
  brings: text(300)
};

export const newMemberInput = looked({ ...project, ...memberFields });
export const memberInput = looked({ memberId: id<MemberId>(), ...memberFields, version });
export const memberRemovalInput = v.object({ memberId: id<MemberId>() });

const milestoneParts = {
  title: neededText(say.milestone, 200),
  dueOn: neededDate('The date', say.dueOn),
  doneOn: optionalDate('The date it was reached')
};

export const newMilestoneInput = looked({ ...project, ...milestoneParts });
export const milestoneInput = looked({
  milestoneId: id<MilestoneId>(),
  ...milestoneParts,
  version
});
export const milestoneRemovalInput = v.object({ milestoneId: id<MilestoneId>() });

export const scoreInput = looked({
  ...project,
  score: v.pipe(
    optionalNumber(say.score),
    v.number(say.score),
    v.check((given) => given >= 0.5 && given <= 5 && Number.isInteger(given * 2), say.score)
  ),
  reason: neededText(say.reason, 1000),
  /** Left empty: today. */
  scoredOn: optionalDate('The date of the score'),
  /** How many scores there were when the page was read. */
  after: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer())
});
