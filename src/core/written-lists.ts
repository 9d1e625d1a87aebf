const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Things one after the other as a sentence names them: “the board, the panel and the forum”; nothing for none. */
export const listed = (things: readonly string[]): string => list.format(things);
