import { isDate } from '#core/dates';
import { lookedThrough } from '#modules/disclosure';
import * as v from 'valibot';
import { actionLabels, aimLabels, priorityLabels, progressLabels } from './labels.ts';
import { actionStatuses } from './rules.ts';
import { fieldSentences } from './sentences.ts';

const title = v.pipe(
  v.string(fieldSentences.title),
  v.trim(),
  v.nonEmpty(fieldSentences.title),
  v.maxLength(300, fieldSentences.tooLong)
);
const text = v.optional(
  v.pipe(v.string(), v.trim(), v.maxLength(4000, fieldSentences.tooLong)),
  ''
);
const ticked = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((value) => [value].flat().filter((one) => one !== ''))
);
const number = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());
const id = v.pipe(v.string(), v.uuid());
/** An identifier, or nothing, from a list whose first entry is empty. */
const optionalId = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => (value === '' ? null : value)),
  v.nullable(v.pipe(v.string(), v.uuid()))
);
/** A calendar date, or nothing. */
const optionalDate = v.pipe(
  v.optional(v.nullable(v.string()), ''),
  v.transform((value) => (value === '' ? null : value)),
  v.nullable(v.pipe(v.string(), v.check(isDate, fieldSentences.date)))
);
const position = v.optional(number, 0);

const priority = {
  title,
  statement: text,
  factors: ticked,
  outcomes: ticked,
  groupId: optionalId,
  source: text,
  position
};
export const newPriorityInput = lookedThrough(priority, { names: priorityLabels });
export const changedPriorityInput = lookedThrough(
  { ...priority, id, version: number },
  { names: priorityLabels }
);

const aim = {
  planPriorityId: v.pipe(v.string(fieldSentences.priority), v.uuid(fieldSentences.priority)),
  number: v.pipe(
    v.optional(v.nullable(v.union([v.string(), v.number()])), null),
    v.transform((value) => (value === '' || value === null ? null : Number(value))),
    v.nullable(v.pipe(v.number(), v.integer()))
  ),
  title,
  detail: text,
  factors: ticked,
  dueOn: optionalDate,
  dueAsWritten: text,
  leadGroupId: optionalId,
  lead: text,
  supportedBy: ticked,
  links: text,
  source: text,
  position
};
export const newAimInput = lookedThrough(aim, { names: aimLabels });
export const changedAimInput = lookedThrough({ ...aim, id, version: number }, { names: aimLabels });

const action = {
  aimId: v.pipe(v.string(fieldSentences.aim), v.uuid(fieldSentences.aim)),
  title,
  lead: text,
  collaborators: text,
  policyLinks: text,
  intendedOutcome: text,
  targetGroup: text,
  evaluation: text,
  resource: text,
  startsOn: optionalDate,
  dueOn: optionalDate,
  status: v.optional(v.picklist(actionStatuses, fieldSentences.status), 'not-started'),
  position
};
export const newActionInput = lookedThrough(action, { names: actionLabels });
export const changedActionInput = lookedThrough(
  { ...action, id, version: number },
  { names: actionLabels }
);

export const progressInput = lookedThrough(
  {
    id,
    status: v.picklist(actionStatuses, fieldSentences.status),
    progressNote: text,
    version: number
  },
  { names: progressLabels }
);

export const newMeasureInput = lookedThrough({
  planPriorityId: v.pipe(v.string(fieldSentences.priority), v.uuid(fieldSentences.priority)),
  title,
  wanted: v.optional(v.picklist(['up', 'down', 'not-stated']), 'not-stated'),
  indicatorId: v.optional(v.nullable(v.string()), null),
  source: text,
  position
});

export const oneInput = v.object({ id });
