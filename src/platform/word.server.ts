import {
  contentsOf,
  headingName,
  linesOfText,
  runsOf,
  type Block,
  type DrawingBlock,
  type TableBlock,
  type Words,
  type WrittenDocument
} from '#core/written-document';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild
} from 'docx';
import { columnWidths } from './word-columns.ts';

/** Sheets of A4 with margins of 2 cm. Units: twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1134 } as const;
const textWidth = page.width - 2 * page.margin;
/** The widest that a drawing may be. Units: pixels of 1/96 inch. */
const widestDrawing = Math.floor((textWidth / 1440) * 96);
/** The highest: it stands on one sheet with its title. Units: pixels of 1/96 inch. */
const highestDrawing = 760;
/** Pixels of the picture for each pixel of the drawing, so that print is sharp. */
const drawingScale = 2;

const ink = '16262D';
const soft = '4A5A61';
const line = '8A9499';
const ground = 'EEF2F3';
const linkInk = '0B5A6B';
const font = 'Arial';

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const bullets = 'bullets';
const numbers = 'numbers';

export type WordOptions = {
  /** The address of this Cairn, `https://cairn.example`: paths in links are completed with it. */
  readonly origin: string;
  /** A drawing as a picture: PNG, with `scale` pixels for each pixel of the drawing. */
  readonly picture: (svg: string, scale: number) => Uint8Array;
};

/**
 * A document as a Word file (.docx): real headings, header rows that are repeated, lists whose numbering begins at 1 each, tables of the
 * page's width, drawings as pictures with alternative text and the table beside them, a footer with page numbers.
 * The list of contents is made of links without page numbers, so that it is right whichever program opens the file.
 */
export async function wordFile(document: WrittenDocument, options: WordOptions): Promise<Buffer> {
  const writer = new Writer(options);
  const children = [
    ...headOf(document, writer),
    ...document.blocks.flatMap((block, index) => writer.block(block, index))
  ];
  const title = oneLine(document.title);
  const file = new Document({
    title,
    subject: oneLine(document.caption ?? ''),
    description: oneLine(document.lead ?? ''),
    creator: oneLine(document.author),
    lastModifiedBy: oneLine(document.author),
    styles: stylesOf(document.language),
    numbering: { config: [listOf(bullets), listOf(numbers)] },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin,
              right: page.margin,
              bottom: page.margin,
              left: page.margin
            }
          }
        },
        footers: { default: footerOf(title) },
        children
      }
    ]
  });
  return Packer.toBuffer(file);
}

const oneLine = (text: string): string => linesOfText(text).join(' ');

function headOf(document: WrittenDocument, writer: Writer): (Paragraph | Table)[] {
  const { caption = '', lead = '' } = document;
  const contents = document.hasContents === true ? contentsOf(document) : [];
  return [
    ...(caption === ''
      ? []
      : [new Paragraph({ style: 'DocumentCaption', text: oneLine(caption) })]),
    new Paragraph({ style: 'Title', text: oneLine(document.title) }),
    ...(lead === '' ? [] : [new Paragraph({ style: 'Lead', children: writer.words(lead) })]),
    ...(document.cover === undefined
      ? []
      : writer.block({ kind: 'terms', terms: document.cover }, -1)),
    ...(contents.length < 2
      ? []
      : [
          new Paragraph({ style: 'ContentsTitle', text: 'Contents' }),
          ...contents.map(
            ({ name, text }) =>
              new Paragraph({
                style: 'ContentsLine',
                children: [
                  new InternalHyperlink({
                    anchor: name,
                    children: [new TextRun({ text: oneLine(text), style: 'Hyperlink' })]
                  })
                ]
              })
          )
        ]),
    ...(document.cover === undefined ? [] : [new Paragraph({ children: [new PageBreak()] })])
  ];
}

/** Writes block after block, and remembers how many lists there were: each is an instance of its own, or its numbers would run on. */
class Writer {
  readonly #options: WordOptions;
  #lists = 0;

  constructor(options: WordOptions) {
    this.#options = options;
  }

  block(block: Block, index: number): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: levels[block.level - 1] ?? HeadingLevel.HEADING_3,
            children: [
              new Bookmark({
                id: headingName(index),
                children: [new TextRun(oneLine(block.text))]
              })
            ]
          })
        ];
      case 'paragraph':
        return [
          new Paragraph({
            ...(block.soft === true ? { style: 'Soft' } : {}),
            children: this.words(block.words)
          })
        ];
      case 'list':
        return this.#list(block.items, block.ordered ? numbers : bullets);
      case 'table':
        return this.#table(block);
      case 'drawing':
        return this.#drawing(block);
      case 'terms': {
        const missing = block.missing ?? 'Not said';
        const rows = block.terms.map(({ term, words }) => [
          [{ text: term, bold: true }],
          words.length === 0 ? missing : words
        ]);
        return [...this.#grid(rows, [1, 3], { rowHeaders: true }), spacer()];
      }
      case 'page-break':
        return [new Paragraph({ children: [new PageBreak()] })];
      case 'sources':
        if (block.items.length === 0) return [];
        return [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            text: block.items.length === 1 ? 'Source' : 'Sources'
          }),
          ...this.#list(block.items, bullets)
        ];
    }
  }

  /** Text as Word holds it: line ends are breaks; a link that leads nowhere is text. */
  words(words: Words): ParagraphChild[] {
    return runsOf(words).flatMap((run): ParagraphChild[] => {
      const link = this.#addressOf(run.href);
      const lines = linesOfText(run.text);
      const runs = lines.map(
        (text, place) =>
          new TextRun({
            text,
            ...(place === 0 ? {} : { break: 1 }),
            ...(run.bold === true ? { bold: true } : {}),
            ...(link === null ? {} : { style: 'Hyperlink' })
          })
      );
      return link === null ? runs : [new ExternalHyperlink({ link, children: runs })];
    });
  }

  #addressOf(href: string | undefined): string | null {
    if (href === undefined || !URL.canParse(href, this.#options.origin)) return null;
    const url = new URL(href, this.#options.origin);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  }

  #list(items: readonly Words[], reference: string): Paragraph[] {
    this.#lists += 1;
    const instance = this.#lists;
    return items.map(
      (item) =>
        new Paragraph({
          style: 'ListParagraph',
          numbering: { reference, level: 0, instance },
          children: this.words(item)
        })
    );
  }

  #table(table: TableBlock): (Paragraph | Table)[] {
    if (table.rows.length === 0) {
      const text = table.empty ?? `${table.caption}: nothing recorded.`;
      return [new Paragraph({ style: 'Soft', children: this.words(text) })];
    }
    const head = table.columns.map(({ heading }) => [{ text: heading, bold: true }]);
    const rows = this.#grid(
      [head, ...table.rows],
      table.columns.map(({ share }) => share ?? 1),
      {
        hasHead: true,
        rowHeaders: table.rowHeaders === true,
        right: table.columns.map(({ align }) => align === 'right')
      }
    );
    return [
      new Paragraph({ style: 'Caption', keepNext: true, text: oneLine(table.caption) }),
      ...rows,
      spacer()
    ];
  }

  #grid(
    rows: readonly (readonly Words[])[],
    shares: readonly number[],
    how: {
      readonly hasHead?: boolean;
      readonly rowHeaders?: boolean;
      readonly right?: readonly boolean[];
    }
  ): Table[] {
    if (rows.length === 0) return [];
    const texts = shares.map((_, column) => rows.map((cells) => textOf(cells[column] ?? '')));
    const widths = columnWidths(textWidth, shares, texts);
    // A table of a few rows stands on one sheet.
    const staysTogether =
      rows.length <= fewRows && rows.every((cells) => lengthOf(cells) < longRow);
    const { hasHead = false, rowHeaders = false, right = [] } = how;
    return [
      new Table({
        layout: TableLayoutType.FIXED,
        width: { size: textWidth, type: WidthType.DXA },
        // Without these each column of the grid is a tenth of an inch wide, and LibreOffice believes it.
        columnWidths: widths,
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        borders: bordersOf(),
        tableLook: { firstRow: hasHead, firstColumn: rowHeaders, noHBand: true, noVBand: true },
        rows: rows.map((cells, row) => {
          const isHead = hasHead && row === 0;
          return new TableRow({
            ...(isHead ? { tableHeader: true } : {}),
            cantSplit: lengthOf(cells) < longRow,
            children: cells.map(
              (cell, column) =>
                new TableCell({
                  width: { size: widths[column] ?? 0, type: WidthType.DXA },
                  ...(isHead || (!hasHead && rowHeaders && column === 0)
                    ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: ground } }
                    : {}),
                  children: [
                    new Paragraph({
                      style: 'TableText',
                      keepNext: isHead || (staysTogether && row < rows.length - 1),
                      ...(right[column] === true ? { alignment: AlignmentType.RIGHT } : {}),
                      children: this.words(cell)
                    })
                  ]
                })
            )
          });
        })
      })
    ];
  }

  #drawing(drawing: DrawingBlock): (Paragraph | Table)[] {
    const png = this.#options.picture(drawing.svg, drawingScale);
    const size = shownSize(png);
    return [
      new Paragraph({ style: 'Caption', keepNext: true, text: oneLine(drawing.title) }),
      new Paragraph({
        children: [
          new ImageRun({
            type: 'png',
            data: png,
            transformation: size,
            altText: {
              name: oneLine(drawing.title),
              title: oneLine(drawing.title),
              description: oneLine(drawing.alternative)
            }
          })
        ]
      }),
      ...this.#table(drawing.table)
    ];
  }
}

/** Characters in a row beyond which it may be broken over two sheets. */
const longRow = 1200;
/** Rows, with that of the headings, up to which a table is not broken over two sheets. */
const fewRows = 5;
const textOf = (words: Words): string =>
  runsOf(words)
    .map(({ text }) => text)
    .join('');
const lengthOf = (cells: readonly Words[]): number =>
  Math.max(0, ...cells.map((cell) => textOf(cell).length));

/** The size at which a picture is shown: that of its drawing, or less where the page is narrower. Width and height stand in its head. */
function shownSize(png: Uint8Array): { width: number; height: number } {
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const width = head.getUint32(16) / drawingScale;
  const height = head.getUint32(20) / drawingScale;
  const factor = Math.min(1, widestDrawing / width, highestDrawing / height);
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

const spacer = (): Paragraph => new Paragraph({ style: 'AfterTable' });

function bordersOf() {
  const one = { style: BorderStyle.SINGLE, size: 4, color: line };
  return {
    top: one,
    bottom: one,
    left: one,
    right: one,
    insideHorizontal: one,
    insideVertical: one
  };
}

function listOf(reference: string) {
  const isNumbered = reference === numbers;
  return {
    reference,
    levels: [
      {
        level: 0,
        format: isNumbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
        text: isNumbered ? '%1.' : '•',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 500, hanging: 360 } } }
      }
    ]
  };
}

function footerOf(title: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun(`${title} · page `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(' of '),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] })
        ]
      })
    ]
  });
}

function stylesOf(language: string) {
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: ink },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true }
  });
  return {
    default: {
      document: {
        run: { font, size: 22, color: ink, language: { value: language } },
        // Where the rule is left out, LibreOffice takes lines to be of exactly this height, and cuts what is higher.
        paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } }
      },
      title: {
        run: { font, size: 44, bold: true, color: ink },
        paragraph: { spacing: { after: 160 }, keepNext: true }
      },
      heading1: heading(32, 360),
      heading2: heading(26, 280),
      heading3: heading(23, 220),
      hyperlink: { run: { color: linkInk, underline: {} } }
    },
    paragraphStyles: [
      style('DocumentCaption', 'Document caption', { size: 20, color: soft }, { after: 60 }),
      style('Lead', 'Lead', { size: 25 }, { after: 200 }),
      style('Soft', 'Soft', { color: soft }, { after: 140 }),
      style(
        'ContentsTitle',
        'Contents title',
        { size: 26, bold: true },
        { before: 240, after: 80 }
      ),
      style('ContentsLine', 'Contents line', {}, { after: 40 }),
      style('Caption', 'caption', { size: 21, bold: true, color: ink }, { before: 200, after: 80 }),
      style('TableText', 'Table text', { size: 20 }, { after: 0, line: 252 }),
      style('AfterTable', 'After table', { size: 12 }, { after: 0, line: 240 }),
      style('Footer', 'footer', { size: 18, color: soft }, { after: 0 }),
      style('ListParagraph', 'List Paragraph', {}, { after: 80 })
    ]
  };
}

function style(
  id: string,
  name: string,
  run: { readonly size?: number; readonly bold?: boolean; readonly color?: string },
  spacing: { readonly before?: number; readonly after?: number; readonly line?: number }
) {
  return {
    id,
    name,
    basedOn: 'Normal',
    run: { font, ...run },
    paragraph: { spacing: { ...spacing, lineRule: LineRuleType.AUTO } }
  };
}
