import type { Spine } from '#modules/vocabulary';
import { linkWords } from './pathway-drawing.ts';
import { nodeTitle, type Route } from './pathway-routes.ts';
import { confidenceNames, linkBasisNames, pathwayEffectNames } from './sentences.ts';

/**
 * A whole route in a sentence: the place it begins at, then what each link does to the next.
 * @example
 * routeWords(route, spine) // 'Overcrowded accommodation raises parent stress, which lowers sensitive parenting and attachment'
 */
export function routeWords({ links }: Pick<Route, 'links'>, spine: Spine): string {
  return links
    .map((link, index) =>
      index === 0
        ? linkWords(link, spine)
        : `which ${pathwayEffectNames[link.effect]} ${nodeTitle(link.to, spine).toLowerCase()}`
    )
    .join(', ');
}

/** What more of the first does to the last by this route. */
export function routeEffectWords({ links, effect }: Route, spine: Spine): string {
  const [first, last] = [links[0], links.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `More of it ${pathwayEffectNames[effect]} ${nodeTitle(last.to, spine).toLowerCase()}`;
}

/** Routes as rows of text for a spreadsheet, the first row its headings. */
export function routesTable(routes: readonly Route[], spine: Spine): string[][] {
  return [
    [
      'From',
      'To',
      'Route',
      'Links',
      'More of the first',
      'How sure',
      'Weakest link',
      'It rests on',
      'Links of our own'
    ],
    ...routes.map((route) => {
      const { links, effect, weakest } = route;
      const [first, last] = [links[0] ?? weakest, links.at(-1) ?? weakest];
      return [
        nodeTitle(first.from, spine),
        nodeTitle(last.to, spine),
        routeWords(route, spine),
        String(links.length),
        pathwayEffectNames[effect],
        confidenceNames[weakest.confidence],
        linkWords(weakest, spine),
        linkBasisNames[weakest.basis],
        links
          .flatMap(({ own }) =>
            own === null ? [] : [`${own.reason} (${own.source}, ${own.datedOn})`]
          )
          .join('; ')
      ];
    })
  ];
}
