import type { PublishedDiagram } from '#modules/vocabulary';
import { linksUnder, looseIdeas } from './graph.ts';
import type { Diagram, Template } from './types.ts';

/** What a new diagram can begin with: the words and the shape, without tests, measures or anybody's figures. */
export function templateOf(diagram: Diagram, projectTitle: string): Template {
  return {
    basedOn: `the project “${projectTitle}”`,
    drivers: diagram.drivers
      .toSorted((one, other) => one.position - other.position)
      .map(({ id, level, title, why, factorId }) => ({ key: id, level, title, why, factorId })),
    ideas: diagram.ideas
      .filter((idea) => !looseIdeas(diagram).includes(idea))
      .map(({ id, text, why, factorId }) => ({ key: id, text, why, factorId })),
    links: diagram.drivers.flatMap(({ id }) =>
      linksUnder(diagram, id).map(({ lower }) => ({ upper: id, lower: lower.id }))
    )
  };
}

/** A published diagram as a beginning, with its source. */
export function templateOfPublished(published: PublishedDiagram): Template {
  const { source } = published;
  return {
    basedOn: `“${published.title}”, ${published.place}: ${source.title}, ${source.address}`,
    drivers: published.drivers.map(({ id, level, title }) => ({
      key: id,
      level,
      title,
      why: '',
      factorId: null
    })),
    ideas: published.ideas.map(({ title }, index) => ({
      key: `idea ${index}`,
      text: title,
      why: '',
      factorId: null
    })),
    links: [
      ...published.drivers.flatMap(({ id, under }) => under.map((upper) => ({ upper, lower: id }))),
      ...published.ideas.flatMap(({ under }, index) =>
        under.map((upper) => ({ upper, lower: `idea ${index}` }))
      )
    ]
  };
}
