import * as fields from '#platform/fields';
import * as v from 'valibot';
import { made, type Said, type Asked } from '../field.ts';

/** Fields of days and numbers. */

/** A calendar date such as `2026-11-21`, or null. `what` begins what is said of a wrong one. */
export function day(say: Said & { readonly what?: string }) {
  return made(fields.optionalDate(say.what ?? say.label), say, { as: 'day' });
}

/** A calendar date that must be given. */
export function neededDay(say: Said & { readonly what?: string; readonly needed: string }) {
  const schema = fields.neededDate(say.what ?? say.label, say.needed);
  return made(schema, say, { as: 'day' }, { isOptional: false });
}

/** A number, or null. `wrong` is said of what is no number, or none within `least` and `most`. */
export function number(
  say: Said & {
    readonly wrong: string;
    readonly least?: number;
    readonly most?: number;
    readonly isWhole?: boolean;
    readonly width?: 4 | 5 | 10;
    readonly prefix?: string;
    readonly suffix?: string;
  }
) {
  const isRight = (value: number | null) =>
    value === null ||
    (value >= (say.least ?? -Infinity) &&
      value <= (say.most ?? Infinity) &&
      (say.isWhole !== true || Number.isInteger(value)));
  const asked: Asked = {
    as: 'number',
    isWhole: say.isWhole ?? false,
    width: say.width ?? 5,
    ...(say.prefix === undefined ? {} : { prefix: say.prefix }),
    ...(say.suffix === undefined ? {} : { suffix: say.suffix })
  };
  return made(v.pipe(fields.optionalNumber(say.wrong), v.check(isRight, say.wrong)), say, asked);
}

/** A whole number, which must be given unless there is one to stand `otherwise`. `wrong` is said of anything else. */
export function wholeNumber(
  say: Said & {
    readonly wrong: string;
    readonly least: number;
    readonly most?: number;
    readonly otherwise?: number;
    readonly width?: 4 | 5 | 10;
  }
) {
  const schema = v.pipe(
    fields.optionalNumber(say.wrong),
    v.transform((given) => given ?? say.otherwise ?? Number.NaN),
    v.integer(say.wrong),
    v.minValue(say.least, say.wrong),
    v.maxValue(say.most ?? Number.MAX_SAFE_INTEGER, say.wrong)
  );
  const asked: Asked = { as: 'number', isWhole: true, width: say.width ?? 5 };
  return made(schema, say, asked, { isOptional: say.otherwise !== undefined });
}
