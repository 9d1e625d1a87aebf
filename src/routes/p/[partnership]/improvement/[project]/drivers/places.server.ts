import { mayHang, uppersOf, type Diagram, type Lower } from '#modules/drivers';

/** Where something hangs, by which link, and under which other drivers it may. */
export function placesOf(diagram: Diagram, lower: Lower) {
  const uppers = uppersOf(diagram, lower);
  return {
    under: diagram.links.flatMap((link) => {
      if (link.lower.kind !== lower.kind || link.lower.id !== lower.id) return [];
      const upper = diagram.drivers.find(({ id }) => id === link.upperId);
      return upper === undefined ? [] : [{ linkId: link.id, upper }];
    }),
    others: diagram.drivers.filter(
      ({ id }) => !uppers.includes(id) && mayHang(diagram, id, lower).ok
    )
  };
}
