// The whole matrix by keyboard. Without this script it is a table of links; with it, a grid in the sense of the ARIA practices:
// one stop for Tab, arrows move between cells, Home and End go to the ends of a row (with Ctrl, of the grid), Enter opens a link.

for (const grid of document.querySelectorAll('table[data-matrix-grid]')) makeGrid(grid);

/** @param {HTMLTableElement} grid */
function makeGrid(grid) {
  const rows = [...grid.tBodies]
    .flatMap((body) => [...body.rows])
    .map((row) => [...row.querySelectorAll('a[data-column]')])
    .filter((links) => links.length > 0);
  const first = rows[0]?.[0];
  if (first === undefined) return;

  grid.setAttribute('role', 'grid');
  for (const link of rows.flat()) link.tabIndex = -1;
  first.tabIndex = 0;
  document.getElementById('grid-help')?.removeAttribute('hidden');

  /** The one stop moves to wherever the focus is, by key or by pointer. */
  grid.addEventListener('focusin', (event) => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    for (const link of grid.querySelectorAll('a[tabindex="0"]')) link.tabIndex = -1;
    event.target.tabIndex = 0;
  });

  grid.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey) return;
    const y = rows.findIndex((links) => links.includes(document.activeElement));
    const x = rows[y]?.indexOf(document.activeElement) ?? -1;
    if (x < 0) return;
    const last = rows.length - 1;
    const end = rows[y].length - 1;
    const places = {
      ArrowRight: [y, Math.min(x + 1, end)],
      ArrowLeft: [y, Math.max(x - 1, 0)],
      ArrowDown: [Math.min(y + 1, last), x],
      ArrowUp: [Math.max(y - 1, 0), x],
      Home: [event.ctrlKey ? 0 : y, 0],
      End: [event.ctrlKey ? last : y, end]
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    rows[place[0]][place[1]].focus();
  });
}
