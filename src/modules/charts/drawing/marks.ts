/**
 * A drawing as data: what is where, in pixels from the top left, before anything becomes SVG. The
 * same description gives the same picture on the server and in the browser.
 */

/** What a colour is for. The palette says which colour that is, see svg.ts. */
export type Ink =
  | 'ink'
  | 'median'
  | 'muted'
  | 'signal'
  | 'improvement'
  | 'concern'
  | 'accent'
  | 'target'
  | 'surface';

/** Shapes differ without colour: a filled and an open diamond are two things. */
export type Shape =
  'dot' | 'diamond' | 'open-diamond' | 'ring' | 'triangle' | 'square' | 'circle' | 'question';

export type Mark =
  | {
      readonly kind: 'line';
      /** Corner points; `null` lifts the pen. */
      readonly path: readonly (readonly [x: number, y: number] | null)[];
      readonly ink: Ink;
      readonly width: number;
      readonly dash?: string;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
      readonly opacity: number;
      readonly radius?: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly ink: Ink;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly weight?: 400 | 600;
      /** Outlined in the colour of the ground, to stay legible on lines. */
      readonly halo?: boolean;
      /** Degrees, clockwise, about its own anchor. */
      readonly turn?: number;
    }
  | {
      readonly kind: 'shape';
      readonly shape: Shape;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly ink: Ink;
      /** Read out by a pointer that rests on it. */
      readonly hint?: string;
      /** Where it leads when it is chosen, and what that is called. */
      readonly link?: { readonly href: string; readonly label: string };
    }
  | {
      readonly kind: 'area';
      /** Closed lines around the pieces of one area; a ring within another is a hole. */
      readonly rings: readonly (readonly (readonly [x: number, y: number])[])[];
      readonly fill: AreaFill;
      readonly outline: { readonly ink: Ink; readonly width: number } | null;
      readonly hint?: string;
    };

/** How an area is filled. Steps grow darker and their dots denser, so that they differ without colour; `hatched` is no step. */
export type AreaFill = 'step-1' | 'step-2' | 'step-3' | 'step-4' | 'step-5' | 'hatched' | 'none';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly id: string;
  readonly title: string;
  /** The text alternative. */
  readonly description: string;
  readonly marks: readonly Mark[];
}
