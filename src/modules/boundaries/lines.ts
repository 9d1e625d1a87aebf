import { sayDate } from '#core/written-dates';
import { areaNames, type KnownArea } from './differences.ts';
import type { Boundary, WorkingBoundary } from './kinds.ts';
import { boundaryKindNames, boundaryKinds, scopeNames, standingNames } from './types.ts';

/** "Draft", or "Agreed on 3 May 2026". */
export const standingWords = ({
  standing,
  agreedOn
}: Pick<Boundary, 'standing' | 'agreedOn'>): string =>
  agreedOn === null
    ? standingNames[standing]
    : `${standingNames[standing]} on ${sayDate(agreedOn)}`;

/** What a document says of the boundaries. */
export type BoundaryLines = {
  readonly lines: readonly {
    readonly text: string;
    readonly note: string;
    readonly path: string;
  }[];
  readonly gaps: readonly { readonly text: string; readonly path: string }[];
};

const sentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');

/**
 * What the strategy says of the boundaries: the working boundary, then the boundaries that it is made of, else all that are in scope or partly so; and
 * what nobody has said yet.
 */
export function linesOf(
  boundaries: readonly Boundary[],
  working: WorkingBoundary | null,
  known: readonly KnownArea[]
): BoundaryLines {
  const path = '/system/boundaries';
  const chosen = boundaries.filter(({ id, scope }) =>
    working === null ? scope !== 'out' : working.boundaryIds.includes(id)
  );
  const kinds = boundaryKinds.filter((kind) => !boundaries.some((one) => one.kind === kind));
  const gaps = [
    working === null ? 'Nobody has said yet what the working boundary is.' : '',
    working?.standing === 'draft' ? 'The working boundary is a draft.' : '',
    working !== null && chosen.length === 0
      ? 'The working boundary names no boundary that it is made of.'
      : '',
    boundaries.length > 0 && kinds.length > 0
      ? `No boundary of this kind is written down: ${kinds.map((kind) => boundaryKindNames[kind].toLowerCase()).join('; ')}.`
      : ''
  ];
  return {
    lines: [
      ...(working === null
        ? []
        : [{ text: working.title, note: sentences([standingWords(working), working.note]), path }]),
      ...chosen.map((one) => ({
        text: `${one.title} (${boundaryKindNames[one.kind].toLowerCase()})`,
        note: sentences([
          `${scopeNames[one.scope]}, ${standingWords(one).replace(/^[AD]/, (letter) => letter.toLowerCase())}`,
          one.areas.length === 0 ? '' : `Areas: ${areaNames(one.areas, known).join(', ')}`,
          one.reason
        ]),
        path: `${path}/${one.id}`
      }))
    ],
    gaps: gaps.filter((text) => text !== '').map((text) => ({ text, path }))
  };
}
