import { ticked } from '#platform/fields';
import * as v from 'valibot';
import { elsewhereKinds } from '../own/elsewhere.ts';
import { acrossKinds, columnUses, elsewhereChoices, nameKinds } from './meanings.ts';

const uuid = v.pipe(v.string(), v.uuid());
/** When the preview was read; nothing where nobody looked. */
const moment = v.union([v.literal(''), v.pipe(v.string(), v.isoTimestamp())]);
const uuidOrNothing = v.optional(v.union([v.literal(''), uuid]), '');

export const fileInput = v.object({
  indicatorId: uuidOrNothing,
  fileName: v.pipe(
    v.string(),
    v.trim(),
    v.transform((name) => name.slice(0, 200)),
    v.nonEmpty()
  ),
  bytes: v.instance(Uint8Array)
});

/** The texts of which a row must hold one, by the place of the column; an empty list is no choice. */
const only = v.pipe(
  v.optional(
    v.record(v.string(), v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(200))),
    {}
  ),
  v.transform((given) =>
    Object.fromEntries(Object.entries(given).filter(([, texts]) => texts.length > 0))
  )
);

export const rowsInput = v.object({ id: uuid, only });

export const matchingInput = v.object({
  id: uuid,
  uses: v.pipe(v.array(v.picklist(columnUses)), v.maxLength(200)),
  across: v.optional(v.picklist(acrossKinds), 'period'),
  indicatorId: uuidOrNothing,
  period: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(100)),
  decimal: v.optional(v.picklist(['point', 'comma']), 'point'),
  areShares: v.pipe(
    v.optional(v.picklist(['yes', 'no', '']), 'no'),
    v.transform((given) => (given === '' ? null : given === 'yes'))
  ),
  /** Out of how many the file counts; 0 where its figures stand as they are. */
  countedPer: v.pipe(
    v.optional(v.picklist(['0', '100', '1000', '10000', '100000', '']), ''),
    v.transform((given) => (given === '' ? null : Number(given)))
  ),
  carriesDown: v.pipe(
    v.optional(v.picklist(['yes', 'no', '']), ''),
    v.transform((given) => (given === '' ? null : given === 'yes'))
  ),
  only,
  /** Where the headings stand, if not in the row that was found. */
  headingRow: v.pipe(
    v.optional(v.union([v.string(), v.number()]), ''),
    v.transform((given) => (given === '' ? null : Number(given))),
    v.check(
      (given) => given === null || (Number.isInteger(given) && given >= 1 && given <= 1000),
      'Enter the number of a row, such as 1'
    )
  )
});

export const namesInput = v.object({
  id: uuid,
  names: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(nameKinds),
        text: v.pipe(v.string(), v.maxLength(300)),
        meaning: v.pipe(v.string(), v.maxLength(300))
      })
    ),
    v.maxLength(5000)
  ),
  /** What becomes of the rows of each kind of area elsewhere; they are left out where nothing is said. */
  elsewhere: v.optional(v.record(v.picklist(elsewhereKinds), v.picklist(elsewhereChoices)), {})
});

export const sheetInput = v.object({ id: uuid, sheet: v.pipe(v.string(), v.maxLength(300)) });
export const draftInput = v.object({ id: uuid });
export const confirmInput = v.object({ id: uuid, takeTheRest: ticked, seen: moment });
export const undoInput = v.object({ id: uuid, withTouched: ticked });
export const viewInput = v.object({
  id: uuid,
  show: v.optional(v.string(), ''),
  page: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((given) => Math.max(1, Math.trunc(Number(given)) || 1))
    ),
    1
  )
});
