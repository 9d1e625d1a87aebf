import type { Result } from '#core/result';
import { frequencies, ownUnits } from '#modules/indicators';
import { columnUses } from '#modules/indicators/import';
import { type PackProblem, readShape } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const day = v.pipe(v.string(), v.isoDate());

const importsSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  imports: v.array(
    v.strictObject({
      /** The day on which the indicator was described, and that on which its file was taken in. */
      addedOn: day,
      importedOn: day,
      indicator: v.strictObject({
        title: words,
        definition: words,
        numerator: words,
        denominator: words,
        unit: v.picklist(ownUnits),
        betterWhen: v.picklist(['high', 'low', 'none']),
        source: words,
        why: words,
        frequency: v.picklist(frequencies),
        ownerRole: words,
        baseline: v.number(),
        baselinePeriod: words,
        target: v.number(),
        targetBy: day,
        nextDue: day,
        factors: v.array(words),
        outcomes: v.array(words),
        tieReason: words
      }),
      /** A file of the same folder, and what its columns hold. Names of areas in it are taken as they are written. */
      file: words,
      uses: v.array(v.picklist(columnUses))
    })
  )
});

/** Indicators of a made-up place whose values come by area from a file. */
export type MadeUpImports = v.InferOutput<typeof importsSchema>;

/** Reads them. Refuses another shape. */
export function readMadeUpImports(
  json: unknown,
  file = 'imports.json'
): Result<MadeUpImports, readonly PackProblem[]> {
  return readShape(importsSchema, json, file);
}
