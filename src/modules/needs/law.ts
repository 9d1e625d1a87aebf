import { ok, type Result } from '#core/result';
import {
  isoDate,
  readShape,
  repeatedIds,
  sentence,
  webAddress,
  type PackProblem
} from '#modules/vocabulary';
import * as v from 'valibot';

/** The first day on which something holds, its last day (null while it holds), and where that is written. */
const dated = {
  from: isoDate,
  until: v.nullable(isoDate),
  source: sentence,
  sourceUrl: webAddress
};
const entry = { id: sentence, letter: sentence, title: sentence, meaning: sentence, ...dated };
const some = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.array(schema), v.minLength(1));

const lawSchema = v.strictObject({
  note: sentence,
  /** The day on which the sources were read. */
  readOn: isoDate,
  /** `exceptAuthorities`: not open to public authorities in their tasks. */
  bases: some(v.strictObject({ ...entry, exceptAuthorities: v.boolean() })),
  /** The interests that the law recognises. `needsAsker`: it rests on the task of somebody who asked. */
  recognised: some(v.strictObject({ ...entry, needsAsker: v.boolean() })),
  /** Laws by which bodies may or must share. `doubt` says what could not be found out. */
  gateways: some(v.strictObject({ ...entry, doubt: v.nullable(sentence) })),
  complaints: v.strictObject({ meaning: sentence, withinDays: v.number(), ...dated }),
  /** Days on which the law changed, after which agreements ought to be looked at again. */
  changes: v.array(v.strictObject({ on: isoDate, what: sentence, source: sentence })),
  /** What counts as special category data. */
  specialCategories: sentence,
  /** `needsSchedule1`: it rests on a condition of Schedule 1 of the Data Protection Act 2018 as well. */
  conditions: some(v.strictObject({ ...entry, needsSchedule1: v.boolean() }))
});

/** What the law lets a data item rest on, each entry with the days between which it holds, to choose from. */
export type Law = v.InferOutput<typeof lawSchema>;
type Dated = Pick<Law['bases'][number], 'from' | 'until'>;
/** An entry of any of the law's lists. */
export type LawEntry = Dated & {
  readonly id: string;
  readonly letter: string;
  readonly title: string;
  readonly meaning: string;
};

export const lawPack = 'governance/uk-gdpr';

/** The basis that is asked which of the recognised interests it is. */
export const recognisedBasis = 'recognised-legitimate-interest';

/** What may be said of a gateway beside those in the pack. */
export const otherGateways = {
  'another-law': 'Another law',
  none: 'None that we know of'
} as const;

/** Reads the pack of law. Refuses another shape, an entry that stands twice, and one that ends before it begins. */
export function readLaw(json: unknown, file = 'law.json'): Result<Law, readonly PackProblem[]> {
  const shape = readShape(lawSchema, json, file);
  if (!shape.ok) return shape;
  const law = shape.value;
  const lists = ['bases', 'recognised', 'gateways', 'conditions'] as const;
  const problems = lists.flatMap((list): PackProblem[] => [
    ...repeatedIds(file, list, law[list]),
    ...law[list].flatMap(({ from, until }, index) =>
      until !== null && until < from
        ? [
            {
              kind: 'out-of-order' as const,
              file,
              path: `${list}.${index}.until`,
              expected: `a day after ${from}`
            }
          ]
        : []
    )
  ]);
  return problems.length === 0 ? ok(law) : { ok: false, error: problems };
}

/** How an entry of the law stands on a day, `2026-11-21`: on its first and on its last day it is in force. */
export function standingOf(
  { from, until }: Dated,
  day: string
): 'not-begun' | 'in-force' | 'ended' {
  if (day < from) return 'not-begun';
  return until !== null && day > until ? 'ended' : 'in-force';
}

/** The entry of a list that has this identifier; null where nothing was chosen, and where the pack does not know it. */
export function entryOf<One extends { readonly id: string }>(
  list: readonly One[],
  id: string | null
): One | null {
  return list.find((one) => one.id === id) ?? null;
}

/**
 * How an entry of the law is named on a day: "Public task, Article 6(1)(e)", and that it has ended or not begun. The id itself where
 * the pack no longer knows it.
 */
export function lawName(
  list: readonly Omit<LawEntry, 'meaning'>[],
  id: string | null,
  day: string
): string | null {
  if (id === null) return null;
  const found = entryOf(list, id);
  if (found === null) return id;
  // Articles are given by their number; other law by its own name.
  const where = /^\d/.test(found.letter) ? `Article ${found.letter}` : found.letter;
  const name = `${found.title}, ${where}`;
  const standing = standingOf(found, day);
  if (standing === 'in-force') return name;
  return standing === 'ended'
    ? `${name} (ended on ${dayInWords(found.until ?? day)})`
    : `${name} (not in force before ${dayInWords(found.from)})`;
}

/** How the gateway of a data item is named: one of the pack, another law, or none. */
export function gatewayName(law: Law, id: string | null, day: string): string | null {
  return Object.hasOwn(otherGateways, id ?? '')
    ? otherGateways[id as keyof typeof otherGateways] // seen to be a key
    : lawName(law.gateways, id, day);
}

const writtenDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as people write it: "5 February 2026". */
export function dayInWords(day: string): string {
  return writtenDay.format(new Date(`${day}T00:00:00Z`));
}

type Offer = { readonly value: string; readonly label: string; readonly hint: string };
type Chosen = {
  readonly lawfulBasis: string | null;
  readonly specialCondition: string | null;
  readonly recognisedInterest: string | null;
  readonly legalGateway: string | null;
};

/**
 * What the register offers of the law on a day: what is in force, and besides what the item rests on already. What is said beside each
 * question goes with it.
 */
export function lawOffered(
  law: Law,
  day: string,
  item?: Chosen
): {
  readonly offered: { readonly [Field in keyof Chosen]: Offer[] };
  readonly hints: Readonly<Record<string, string>>;
} {
  const offer = <One extends LawEntry>(
    list: readonly One[],
    chosen: string | null | undefined,
    hint: (one: One) => string = (one) => one.meaning
  ): Offer[] =>
    list
      .filter((one) => one.id === chosen || standingOf(one, day) === 'in-force')
      .map((one) => ({
        value: one.id,
        label: lawName([one], one.id, day) ?? one.id,
        hint: hint(one)
      }));
  const schedule1 = 'It also needs a condition of Schedule 1 of the Data Protection Act 2018.';
  const doubts = law.gateways.flatMap(({ doubt }) => doubt ?? []);
  return {
    offered: {
      lawfulBasis: offer(law.bases, item?.lawfulBasis),
      specialCondition: offer(law.conditions, item?.specialCondition, (one) =>
        one.needsSchedule1 ? `${one.meaning} ${schedule1}` : one.meaning
      ),
      recognisedInterest: offer(law.recognised, item?.recognisedInterest),
      legalGateway: [
        ...offer(law.gateways, item?.legalGateway),
        ...Object.entries(otherGateways).map(([value, label]) => ({ value, label, hint: '' }))
      ]
    },
    hints: {
      lawfulBasis: law.note,
      specialCondition: law.note,
      specialCategory: law.specialCategories,
      legalGateway: ['A law by which it may or must be shared.', ...doubts].join(' '),
      complaintsContact: `${law.complaints.meaning} An office or a shared mailbox, not a person.`
    }
  };
}
