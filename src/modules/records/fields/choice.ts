import * as fields from '#platform/fields';
import * as v from 'valibot';
import { made, type Said, type Asked, type Choice } from '../field.ts';
import { chosen, isName, pick } from './identifiers.ts';

const { fieldSentences } = fields;

/** Fields that are answered by choosing among a few. */

/** The words for each value of a column that holds one of a few. */
type WordsFor<Value extends string> = Readonly<Record<Value, string>>;

function choicesOf<Value extends string>(
  options: readonly Value[],
  names: WordsFor<Value>,
  hints: Partial<WordsFor<Value>> | undefined
): Choice[] {
  return options.map((value) => {
    const hint = hints?.[value];
    return { value, label: names[value], ...(hint === undefined ? {} : { hint }) };
  });
}

type OneOf<Value extends string> = Said & {
  readonly options: readonly Value[];
  readonly names: WordsFor<Value>;
  readonly hints?: Partial<WordsFor<Value>>;
  readonly as?: 'radios' | 'select';
  readonly inline?: boolean;
};

function asked(say: Pick<OneOf<string>, 'as' | 'inline'>, choices: readonly Choice[]): Asked {
  return { as: say.as ?? 'radios', choices, ...(say.inline === true ? { inline: true } : {}) };
}

/** One of a few, which must be chosen: `needed` is said when nothing is. */
export function oneOf<const Value extends string>(say: OneOf<Value> & { readonly needed: string }) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const schema = fields.choice(say.options, say.needed);
  return made(schema, say, asked(say, choices), { isOptional: false });
}

/** One of a few; `otherwise` stands when nothing was sent. */
export function oneOfOr<const Value extends string>(
  say: OneOf<Value> & { readonly otherwise: NoInfer<Value>; readonly needed?: string }
) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const sentence = say.needed ?? fieldSentences.choice;
  const schema = v.pipe(
    v.nullish(v.union([v.literal(''), v.picklist(say.options)], sentence), ''),
    v.transform((value): Value => (value === '' ? say.otherwise : value))
  );
  return made(schema, say, asked(say, choices), { isOptional: false });
}

/** One of a few, or null when nothing was chosen. */
export function oneOfOrNone<const Value extends string>(say: OneOf<Value>) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const schema = fields.optionalChoice(say.options, fieldSentences.choice);
  return made(schema, say, asked(say, choices));
}

/** Any number of a few. */
export function someOf<const Value extends string>(say: Omit<OneOf<Value>, 'as' | 'inline'>) {
  const choices = choicesOf(say.options, say.names, say.hints);
  const schema = v.pipe(
    chosen(),
    v.array(v.picklist(say.options, fieldSentences.choice), fieldSentences.choice)
  );
  return made(schema, say, { as: 'picks', from: 'page', choices });
}

/** One of what the page offers, which must be chosen; the command says whether it is known. */
export function offered(say: Said & { readonly needed: string }) {
  const schema = v.pipe(
    fields.neededText(say.needed),
    v.check((value) => value === '' || isName(value), say.needed)
  );
  return made(schema, say, { as: 'radios', choices: [] }, { isOptional: false });
}

/** One of what the page offers as radio buttons, or null; the command says whether it is known. */
export function offeredRadios(say: Said) {
  const schema = v.pipe(
    fields.text(100),
    v.check((value) => value === '' || isName(value), fieldSentences.choice),
    v.transform((value) => (value === '' ? null : value))
  );
  return made(schema, say, { as: 'radios', choices: [] });
}

/** One of what the page offers, or null; nothing is asked of the database. */
export function offeredOrNone<Id extends string = string>(
  say: Said & { readonly placeholder?: string }
) {
  return made(fields.optionalId<Id>(), say, pick('page', say.placeholder));
}

/** Any number of what the page offers; nothing is asked of the database. */
export function ticks<Id extends string = string>(say: Said) {
  return made(chosen<Id>(), say, { as: 'picks', from: 'page' });
}

/** A yes or a no that must be given. Read as true or false; `names` may say it in other words, `hints` what either means. */
export function yesOrNo(
  say: Said & {
    readonly needed: string;
    readonly names?: WordsFor<'yes' | 'no'>;
    readonly hints?: Partial<WordsFor<'yes' | 'no'>>;
  }
) {
  const choices = choicesOf(['yes', 'no'], say.names ?? { yes: 'Yes', no: 'No' }, say.hints);
  const schema = v.pipe(
    fields.choice(['yes', 'no'], say.needed),
    v.transform((value) => value === 'yes')
  );
  return made(schema, say, { as: 'radios', choices }, { isOptional: false });
}

/** A box to tick: true or false. `boxLabel` is what stands beside the box. */
export function box(say: Said & { readonly boxLabel: string }) {
  return made(fields.ticked, say, { as: 'box', boxLabel: say.boxLabel });
}
