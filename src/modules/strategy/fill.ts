import type { StrategySection } from '#modules/vocabulary';
import { recordList } from './record-lists.ts';
import type {
  Completeness,
  FilledSection,
  FrozenStrategy,
  SectionText,
  StrategyRecords
} from './types.ts';

/**
 * The paragraphs of a text that a person typed: an empty line begins a new one, single line ends stay inside it.
 * @example
 * paragraphsOf('One.\n\nTwo,\nthree.') // ['One.', 'Two,\nthree.']
 */
export function paragraphsOf(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/**
 * Every section of the pack in its order, with what the partnership wrote and what its records say.
 * Assumes: texts of sections that the pack no longer has are kept by the store and passed over here.
 */
export function fillSections(
  sections: readonly StrategySection[],
  texts: readonly SectionText[],
  records: StrategyRecords
): FilledSection[] {
  return sections.map((section) => {
    const own = texts.find((text) => text.section === section.id) ?? null;
    const lists = section.filledFrom.flatMap((kind) => recordList(kind, records, section.id) ?? []);
    return { section, own, paragraphs: paragraphsOf(own?.text ?? ''), lists };
  });
}

/** How many of the sections have text of the partnership's own. */
export function completenessOf(
  sections: readonly StrategySection[],
  texts: readonly SectionText[]
): Completeness {
  const isWritten = (section: StrategySection) =>
    texts.some((text) => text.section === section.id && text.text.trim() !== '');
  return {
    all: sections.length,
    withText: sections.filter(isWritten).length,
    without: sections.filter((section) => !isWritten(section)).map((section) => section.title)
  };
}

/** The document as it stands, in a form that no later change of a record or a pack can touch. What is missing is not kept. */
export function freeze(
  filled: readonly FilledSection[],
  place: { readonly name: string; readonly madeUp: boolean }
): FrozenStrategy {
  return {
    format: 1,
    place: place.name,
    madeUp: place.madeUp,
    sections: filled.map(({ section, own, lists }) => ({
      id: section.id,
      title: section.title,
      plainTitle: section.plainTitle,
      text: own?.text ?? '',
      lists: lists
        .filter((list) => list.lines.length > 0 || list.says !== undefined)
        .map(({ kind, title, says, lines }) => ({
          kind,
          title,
          says: says ?? '',
          lines: lines.map(({ text, note, ownFigure }) => ({
            text,
            note: note ?? '',
            ownFigure: ownFigure ?? ''
          }))
        }))
    }))
  };
}

/**
 * The document as anybody may read it: figures of the partnership's own are left out, for nothing has made them safe to show;
 * sections without text and without records are passed over.
 */
export function forEverybody(content: FrozenStrategy): FrozenStrategy {
  // A measure is shown to everybody where its project is marked as public, on the public page.
  const { charts: _, ...rest } = content;
  return {
    ...rest,
    sections: content.sections
      .filter((section) => section.text.trim() !== '' || section.lists.length > 0)
      .map((section) => ({
        ...section,
        lists: section.lists.map((list) => ({
          ...list,
          lines: list.lines.map((line) => ({ ...line, ownFigure: '' }))
        }))
      }))
  };
}
