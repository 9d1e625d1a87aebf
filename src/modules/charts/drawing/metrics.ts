/**
 * How wide text is, without a browser: advance widths of Atkinson Hyperlegible Next (regular), in
 * hundredths of the type size, for the characters from space to tilde. Others count as a wide letter.
 */
const advances = [
  28, 29, 30, 65, 59, 92, 73, 16, 30, 30, 49, 61, 21, 36, 21, 39, 65, 41, 55, 58, 61, 59, 60, 51,
  62, 60, 21, 21, 55, 63, 55, 48, 78, 63, 61, 65, 67, 57, 55, 69, 69, 39, 51, 63, 54, 82, 69, 71,
  59, 72, 61, 59, 56, 69, 59, 86, 62, 58, 61, 32, 39, 34, 55, 37, 24, 53, 57, 49, 56, 54, 31, 56,
  55, 25, 25, 49, 26, 85, 55, 55, 57, 57, 35, 47, 33, 54, 46, 68, 48, 45, 46, 34, 24, 34, 56
];
const otherAdvance = 61;

/** Width in pixels of `text` at `size` pixels. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0;
  for (let i = 0; i < text.length; i++) {
    hundredths += advances[text.charCodeAt(i) - 32] ?? otherAdvance;
  }
  return (hundredths * size) / 100;
}

/** The text cut to `width` pixels, with an ellipsis where something is missing. */
export function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** The text in lines no wider than `width` pixels; a word longer than a line is cut. */
export function wrapText(text: string, size: number, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === mostLines - 1) {
      line = [line, ...words.slice(at)].join(' ');
      break;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => shorten(each, size, width));
}
