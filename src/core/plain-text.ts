/**
 * Characters that no keyboard makes and no text needs: controls but for tab and line ends, and the halves of characters that were cut
 * in two. PostgreSQL refuses the first of them, and readers of files and screens stumble over others.
 */
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * A text without characters that are none.
 * @example plainText('A\u0000 morning') // 'A morning'
 */
export function plainText(text: string): string {
  return text.replace(notText, '').toWellFormed();
}

/** Whether an address or a name holds a character that is none; line ends and tabs count too. */
export function hasControls(text: string): boolean {
  return /[\u0000-\u001f\u007f]/.test(text) || !text.isWellFormed();
}
