import type { Shape } from '../drawing/marks.ts';

/** What a box is, by the colour of its edge; the words in it must say so too. */
export type LayerTone = 'plain' | 'loch' | 'lichen' | 'heather' | 'sand';

export type LayerBox = {
  readonly id: string;
  /** Which layer it stands in, from 0 at the left. Layers are never out of order. */
  readonly layer: number;
  readonly label: string;
  /** A smaller line under the label: "3 tests, 2 helped". */
  readonly note?: string | undefined;
  /** Stands before the note. */
  readonly shape?: Shape | undefined;
  readonly tone?: LayerTone | undefined;
  /** Where the box leads. Its words are the name of the link. */
  readonly href?: string | undefined;
  /** An edge of dashes: something proposed, or the place's own beside what is published. */
  readonly isDashed?: boolean | undefined;
};

export type LayerLink = {
  readonly from: string;
  readonly to: string;
  readonly kind: 'solid' | 'dotted';
  /** Drawn as a plus or a minus in a ring at the middle of the line. */
  readonly sign?: 'raises' | 'lowers' | undefined;
  /** Read out by a pointer that rests on the line, and by nobody else: the table beside must say it too. */
  readonly hint?: string | undefined;
};

/** Boxes in layers from left to right, and lines between them: a driver diagram, pathways, a theory of change. */
export type LayeredGraph = {
  readonly id: string;
  readonly title: string;
  /** The text alternative: what the drawing shows, in a sentence or two. */
  readonly description: string;
  /** One for each layer, from the left. None: no headings. */
  readonly headings: readonly string[];
  readonly boxes: readonly LayerBox[];
  readonly links: readonly LayerLink[];
  /** The end of a line that carries the arrow. Pathways point to what they act on; drivers too, which is towards the aim at the left. */
  readonly arrowAt?: 'from' | 'to' | 'none' | undefined;
  /**
   * Boxes of each layer stand in the order given, which somebody chose, even where another would cross fewer lines.
   */
  readonly keepsOrder?: boolean | undefined;
};

export type LayersProblem =
  | { readonly kind: 'too-many-boxes'; readonly most: number; readonly given: number }
  | { readonly kind: 'unknown-box'; readonly id: string };

/** Where everything is, in pixels from the top left. */
export type LaidOutLayers = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly links: readonly PlacedLink[];
};

export type PlacedBox = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
};

export type Place = { readonly x: number; readonly y: number };

export type PlacedLink = {
  /** Which of the links it is, counted from 0. */
  readonly index: number;
  /** Start, then two handles and an end for each curve. */
  readonly curve: readonly Place[];
};
