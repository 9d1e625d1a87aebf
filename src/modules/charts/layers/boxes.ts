/** How large the boxes of a layered drawing are, from the words in them. */
import { wrapText } from '../drawing/metrics.ts';
import type { LayerBox } from './types.ts';

export const boxWidth = 188; // pixels; five layers fit a desk, one and a half a phone
/** How much wider weight 600 is than the regular weight that the metrics are of. */
export const boldness = 1.05;
export const padding = { across: 12, down: 10 } as const;
export const labelSize = 14.5;
export const noteSize = 12.5;
export const lineHeight = { label: 19, note: 17 } as const;
const mostLines = { label: 7, note: 3 } as const;
const shapeRoom = 14;

export type BoxText = {
  readonly label: readonly string[];
  readonly note: readonly string[];
  readonly height: number;
};

/**
 * The words of a box broken into lines, and the height in pixels they need. A label longer than seven lines is cut with an ellipsis;
 * the outline beside the drawing holds it whole.
 */
export function boxText(box: LayerBox): BoxText {
  const room = boxWidth - 2 * padding.across;
  const label = wrapText(box.label, labelSize * boldness, room, mostLines.label);
  const noteRoom = box.shape === undefined ? room : room - shapeRoom;
  const note = box.note === undefined ? [] : wrapText(box.note, noteSize, noteRoom, mostLines.note);
  const height =
    2 * padding.down +
    label.length * lineHeight.label +
    (note.length === 0 ? 0 : 4 + note.length * lineHeight.note);
  return { label, note, height };
}

export const noteIndent = (box: LayerBox): number => (box.shape === undefined ? 0 : shapeRoom);
