import { line, text, code, webAddress, lines, list } from './text.ts';
import { day, neededDay, number, wholeNumber } from './amount.ts';
import {
  oneOf,
  oneOfOr,
  oneOfOrNone,
  someOf,
  offered,
  offeredRadios,
  offeredOrNone,
  ticks,
  yesOrNo,
  box
} from './choice.ts';
import { factors, outcomes, ages, factor, neededFactor, outcome, neededOutcome } from './spine.ts';
import { record, partOf, recordOrNone, records } from './record.ts';
import { rows, own, kept } from './special.ts';

/** The kinds of field that a kind of record is made of. */
export const field = {
  line,
  text,
  code,
  webAddress,
  day,
  neededDay,
  number,
  wholeNumber,
  oneOf,
  oneOfOr,
  oneOfOrNone,
  someOf,
  offered,
  yesOrNo,
  box,
  factor,
  neededFactor,
  factors,
  outcome,
  neededOutcome,
  outcomes,
  ages,
  record,
  partOf,
  recordOrNone,
  records,
  offeredOrNone,
  offeredRadios,
  ticks,
  rows,
  lines,
  list,
  own,
  kept
} as const;
