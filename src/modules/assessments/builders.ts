import { keptInstrument, type Instrument } from './instrument.ts';

/** A made-up instrument for tests: three levels, two dimensions, three elements. */
export function anInstrument(): Instrument {
  const levels = ['low', 'middle', 'high'];
  const element = (id: string) => ({
    id,
    title: `About ${id}`,
    question: `How is ${id}?`,
    levels: levels.map((level) => ({ level, means: `${id} is ${level}` }))
  });
  return keptInstrument({
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
  });
}

/** A made-up set of statements for tests: agreement from 1 to 5, one heading of two statements and one of one. */
export function someStatements(): Instrument {
  const levels = ['strongly-disagree', 'disagree', 'neither', 'agree', 'strongly-agree'];
  const statement = (id: string) => ({ id, title: `About ${id}`, question: `${id} is well.` });
  return keptInstrument({
    kind: 'statements',
    title: 'Made-up statements',
    asks: 'How far do you agree?',
    writtenOn: '2026-01-01',
    levels: levels.map((id, at) => ({ id, title: id, means: id, value: at + 1 })),
    bands: [
      { id: 'strength', title: 'A strength', means: 'Keep it.', from: 4 },
      { id: 'concern', title: 'A concern', means: 'Act on it.', from: 1 }
    ],
    dimensions: [
      {
        id: 'one',
        title: 'One',
        means: 'The first',
        elements: [statement('aims'), statement('money')]
      },
      { id: 'two', title: 'Two', means: 'The second', elements: [statement('people')] }
    ]
  });
}
