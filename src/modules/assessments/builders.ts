import type { Instrument } from './instrument.ts';

/** A made-up instrument for tests: three levels, two dimensions, three elements. */
export function anInstrument(): Instrument {
  const levels = ['low', 'middle', 'high'];
  const element = (id: string) => ({
    id,
    title: `About ${id}`,
    question: `How is ${id}?`,
    levels: levels.map((level) => ({ level, means: `${id} is ${level}` }))
  });
  return {
    title: 'Made-up instrument',
    asks: 'Choose what is nearest.',
    writtenOn: '2026-01-01',
    levels: levels.map((id) => ({
      id,
      title: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
      means: `It is ${id}`
    })),
    dimensions: [
      {
        id: 'one',
        title: 'One',
        means: 'The first',
        elements: [element('aims'), element('money')]
      },
      { id: 'two', title: 'Two', means: 'The second', elements: [element('people')] }
    ]
  };
}
