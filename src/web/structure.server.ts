/** The last change of the database's structure, as whoever started this server knew it; null where nobody said. */
export function structureAtStart(): string | null {
  const told = process.env['CAIRN_STRUCTURE'] ?? '';
  return told === '' ? null : told;
}
