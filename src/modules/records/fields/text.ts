import * as fields from '#platform/fields';
import * as v from 'valibot';
import { made, type Said, type Needed, type Asked } from '../field.ts';

const { fieldSentences } = fields;

/** Fields of words. */

const words = (needed: string | undefined, most: number) =>
  needed === undefined ? fields.text(most) : fields.neededText(needed, most);

/** One line of text, looked through. At most 300 characters unless `most` says otherwise. */
export function line(
  say: Said & Needed & { readonly most?: number; readonly width?: 2 | 4 | 5 | 10 | 20 | 'full' }
) {
  return made(
    words(say.needed, say.most ?? 300),
    say,
    { as: 'line', width: say.width ?? 'full', type: 'text' },
    { isOptional: say.needed === undefined, isLookedThrough: true }
  );
}

/** A text of several lines, looked through. At most 4,000 characters unless `most` says otherwise. */
export function text(say: Said & Needed & { readonly most?: number; readonly rows?: number }) {
  return made(
    words(say.needed, say.most ?? 4000),
    say,
    { as: 'text', rows: say.rows ?? 2 },
    { isOptional: say.needed === undefined, isLookedThrough: true }
  );
}

/** An identifier that others gave, or null; looked through as any other text. */
export function code(say: Said & { readonly most: number; readonly width?: 10 | 20 }) {
  const schema = v.pipe(
    fields.text(say.most),
    v.transform((given) => (given === '' ? null : given))
  );
  const asked: Asked = { as: 'line', width: say.width ?? 20, type: 'text' };
  return made(schema, say, asked, { isLookedThrough: true });
}

const webAddressSentence = 'Enter an address that begins with https:// or http://';

function isWebAddress(value: string): boolean {
  return value === '' || (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value));
}

/** An address on the web, or empty. Addresses are copied and not written: nobody looks through them. */
export function webAddress(say: Said) {
  return made(v.pipe(fields.text(500), v.check(isWebAddress, webAddressSentence)), say, {
    as: 'line',
    width: 'full',
    type: 'url'
  });
}

/** A text of several lines that is kept as a list: `read` makes the list of what was typed, `write` the text again. */
export function lines<Item>(
  say: Said & {
    readonly most: number;
    readonly rows?: number;
    readonly read: (text: string) => readonly Item[];
    readonly write: (list: readonly Item[]) => string;
  }
) {
  const { read, write } = say;
  return {
    ...text(say),
    isJson: true as const,
    // What is kept was read by this field.
    lines: { read, write: (list: unknown) => write(list as readonly Item[]) }
  };
}

/**
 * A list of short texts, written one to a line and kept in a column of texts. At most 20 lines of 200 characters unless `most` and
 * `longest` say otherwise; `needed` is said of fewer than `least`, `tooMany` of more than `most`.
 */
export function list(
  say: Said &
    Needed & {
      readonly least?: number;
      readonly most?: number;
      readonly longest?: number;
      readonly tooMany?: string;
      readonly rows?: number;
    }
) {
  const { least = say.needed === undefined ? 0 : 1, most = 20 } = say;
  const schema = v.pipe(
    fields.list(say.longest),
    v.minLength(least, say.needed ?? fieldSentences.choice),
    v.maxLength(most, say.tooMany ?? fieldSentences.tooLong)
  );
  const asked: Asked = { as: 'text', rows: say.rows ?? 3 };
  return {
    ...made(schema, say, asked, { isOptional: least === 0, isLookedThrough: true }),
    // What is kept was read by this field's own schema.
    lines: {
      read: (text: string) => text.split('\n'),
      write: (kept: unknown) => (kept as readonly string[]).join('\n')
    }
  };
}
