/**
 * Writes the drawing of the modules (`docs/images/architecture.svg`) and their table in `docs/architecture.md` from the imports:
 * `npm run architecture`. A test checks that both are up to date.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawLayers } from '#modules/charts/server';
import { importsOf, ladder } from '../tests/fences/rules.ts';

/** A module, the first sentence of its door, and the modules it rests on: in the order of the ladder. */
export type Room = {
  readonly name: string;
  readonly rung: number;
  readonly says: string;
  readonly restsOn: readonly string[];
};

const project = path.resolve(import.meta.dirname, '..');
const order = ladder.flat();

/** The modules that are there, read from the sources. Tests and builders of made-up examples are left out. */
export function readRooms(folder = path.join(project, 'src/modules')): readonly Room[] {
  return order
    .filter((name) => fs.existsSync(path.join(folder, name, 'index.ts')))
    .map((name) => {
      const used = new Set<string>();
      for (const file of sourcesOf(path.join(folder, name))) {
        for (const { from } of importsOf(fs.readFileSync(file, 'utf8'))) {
          const other = /^#modules\/([a-z-]+)/.exec(from)?.[1];
          if (other !== undefined && other !== name) used.add(other);
        }
      }
      return {
        name,
        rung: ladder.findIndex((rung) => rung.includes(name)),
        says: firstSentence(fs.readFileSync(path.join(folder, name, 'index.ts'), 'utf8'), name),
        restsOn: order.filter((other) => used.has(other))
      };
    });
}

function sourcesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !/\.test\.ts$|builders\.ts$/.test(file))
    .map((file) => path.join(folder, file));
}

function firstSentence(door: string, name: string): string {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(door)?.[1];
  if (comment === undefined) throw new Error(`The door of ${name} does not say what is behind it.`);
  const text = comment.replaceAll(/\s*\n\s*\*\s*/g, ' ').trim();
  return /^.*?[.!](?=\s|$)/.exec(text)?.[0] ?? text;
}

/** What a module rests on without the modules that it reaches through another of them anyway. */
export function directly(room: Room, rooms: readonly Room[]): readonly string[] {
  const below = (name: string): Set<string> => {
    const restsOn = rooms.find((one) => one.name === name)?.restsOn ?? [];
    return new Set(restsOn.flatMap((other) => [other, ...below(other)]));
  };
  return room.restsOn.filter(
    (name) => !room.restsOn.some((other) => other !== name && below(other).has(name))
  );
}

/** The modules in the layers of the ladder, the highest at the left, with lines to what each rests on directly. */
export async function drawArchitecture(rooms: readonly Room[]): Promise<string> {
  const rungs = ladder.flatMap((_, rung) => (rooms.some((one) => one.rung === rung) ? [rung] : []));
  const drawing = await drawLayers(
    {
      id: 'architecture',
      title: 'The modules of Cairn and what they rest on',
      description:
        'Each module stands left of those it uses. A line is left out where another path leads there. The table below says the same in words.',
      headings: [],
      arrowAt: 'to',
      boxes: rooms.toReversed().map(({ name, rung }) => ({
        id: name,
        layer: rungs.length - 1 - rungs.indexOf(rung),
        label: name
      })),
      links: rooms.toReversed().flatMap((room) =>
        directly(room, rooms).map((name) => ({
          from: room.name,
          to: name,
          kind: 'solid' as const
        }))
      )
    },
    'light'
  );
  if (!drawing.ok) throw new Error(drawing.error.kind);
  return drawing.value;
}

const [begin, end] = ['<!-- written by npm run architecture -->', '<!-- until here -->'];

/** The page with the table of the modules put in again between its two marks. */
export function withTable(page: string, rooms: readonly Room[]): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from)
    throw new Error('docs/architecture.md lacks the marks of the table.');
  const rows = rooms.toReversed().map(({ name, says, restsOn }) => {
    const below = restsOn.length === 0 ? 'none' : restsOn.join(', ');
    return `| ${name} | ${says.replaceAll('|', '\\|')} | ${below} |`;
  });
  const table = ['| module | what is behind its door | rests on |', '|---|---|---|', ...rows].join(
    '\n'
  );
  return `${page.slice(0, from + begin.length)}\n\n${table}\n\n${page.slice(to)}`;
}

/** The files that this writes, each with its content. */
export async function architectureFiles(): Promise<
  readonly { readonly file: string; readonly text: string }[]
> {
  const rooms = readRooms();
  const page = path.join(project, 'docs/architecture.md');
  return [
    {
      file: path.join(project, 'docs/images/architecture.svg'),
      text: `${await drawArchitecture(rooms)}\n`
    },
    { file: page, text: withTable(fs.readFileSync(page, 'utf8'), rooms) }
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { file, text } of await architectureFiles()) fs.writeFileSync(file, text);
}
