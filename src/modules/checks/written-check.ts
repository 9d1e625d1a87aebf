import { csvText } from '#core/csv';
import type { WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import { countsSentence, saidBy, standingState } from './answers.ts';
import { checkStateNames } from './labels.ts';
import type { CheckLineView, CheckView } from './types.ts';

const stateWords = (line: CheckLineView): string => {
  const state = standingState(line);
  return state === null ? 'Not answered yet' : checkStateNames[state];
};
/** What the records said: as they were when a person answered in a year gone by, as they are now this year. */
const says = ({ finding, answer }: CheckLineView): string => finding?.says ?? answer?.says ?? '';
const missingOf = ({ finding, answer }: CheckLineView): readonly string[] =>
  finding?.missing.map(({ text }) => text) ?? answer?.missing ?? [];

/** A check of a plan in a year as a document; what is missing links to where it is mended. `base` is `/p/<partnership>`. */
export function checkDocument(
  { pack, year, lines }: CheckView,
  { place, base }: { readonly place: string; readonly base: string }
): WrittenDocument {
  return {
    title: pack.title,
    caption: `${place}: check of the plan, ${year}`,
    lead: countsSentence(lines),
    language: 'en-GB',
    author: place,
    blocks: [
      ...(pack.warning === '' ? [] : [{ kind: 'paragraph', words: pack.warning } as const]),
      ...lines.flatMap((line) => [
        { kind: 'heading', level: 1, text: `${line.number}. ${line.title}` } as const,
        ...(line.question === '' ? [] : [{ kind: 'paragraph', words: line.question } as const]),
        {
          kind: 'paragraph',
          words: [
            { text: `${stateWords(line)}. `, bold: true },
            { text: `${saidBy(line, sayDate)}.${says(line) === '' ? '' : ` ${says(line)}`}` }
          ]
        } as const,
        ...(line.answer === null || line.answer.reason === ''
          ? []
          : [{ kind: 'paragraph', words: `Why: ${line.answer.reason}` } as const]),
        ...(missingOf(line).length === 0
          ? []
          : [
              {
                kind: 'list',
                ordered: true,
                items:
                  line.finding?.missing.map(({ text, path }) => [
                    { text, href: `${base}${path}` }
                  ]) ?? missingOf(line)
              } as const
            ])
      ]),
      { kind: 'sources', items: pack.attribution === '' ? [] : [pack.attribution] }
    ]
  };
}

/** The same as a table to take away, a line a row. */
export function checkCsv({ year, lines }: CheckView): string {
  return csvText([
    [
      'Year',
      'Number',
      'Criterion',
      'Question',
      'State',
      'Said by',
      'What the records say',
      'Missing',
      'Reason'
    ],
    ...lines.map((line) => [
      String(year),
      line.number,
      line.title,
      line.question,
      stateWords(line),
      saidBy(line, sayDate),
      says(line),
      missingOf(line).join('\n'),
      line.answer?.reason ?? ''
    ])
  ]);
}
