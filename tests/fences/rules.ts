import { statementsWithoutPartnership } from './names-the-partnership.ts';

/**
 * The walls between the rooms of the house, as functions of one source file: its path and its text.
 * `fences.test.ts` runs them over the project and breaks each of them on purpose.
 */
export type SourceFile = { readonly path: string; readonly text: string };
export type Breach = { readonly path: string; readonly fence: string; readonly what: string };

/** The ladder, lowest rung first. Lower may not know higher, and within a rung modules do not know each other. */
export const ladder: readonly (readonly string[])[] = [
  ['disclosure'],
  ['partnerships', 'vocabulary', 'charts', 'networks', 'pooling'],
  ['records'],
  [
    'groups',
    'evidence',
    'indicators',
    'needs',
    'surveys',
    'maps',
    'settings',
    'assessments',
    'actors',
    'boundaries'
  ],
  ['priorities', 'strategy', 'stages', 'delivery', 'decisions', 'cooperation', 'resources'],
  ['bodies'],
  ['improvement', 'rollout', 'reach', 'benchmarks'],
  ['drivers', 'charter', 'learning'],
  ['checks'],
  ['thread', 'reports']
];

type Import = { readonly from: string; readonly typeOnly: boolean; readonly names: string };

const importForm =
  /(?:^|\n|>)\s*(?:import|export)\s+(type\s+)?((?:[\w*\s{},$]|\bas\b)*?)\s*from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

/** Every import of a file, with whether it brings types alone. */
export function importsOf(text: string): Import[] {
  return [...text.matchAll(importForm)].map((match) => ({
    from: match[3] ?? match[4] ?? match[5] ?? '',
    typeOnly: match[1] !== undefined,
    names: match[2] ?? ''
  }));
}

const moduleOf = (path: string): string | null =>
  /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
const importedModule = (from: string): string | null =>
  /^#modules\/([^/]+)/.exec(from)?.[1] ?? null;
const rungOf = (module: string): number => ladder.findIndex((rung) => rung.includes(module));
const isTest = (path: string): boolean => /\.test\.ts$/.test(path) || path.startsWith('tests/');

/** The file an import leads to, for relative imports; without resolving what does not exist. */
function target(path: string, from: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

type Fence = { readonly name: string; check(file: SourceFile): readonly string[] };

/** Come in by the door: nothing reaches into another folder of `src` by a relative path or past its index. */
const byTheDoor: Fence = {
  name: 'by the door',
  check({ path, text }) {
    if (isTest(path) || !path.startsWith('src/')) return [];
    const roomOf = (file: string): string =>
      /^src\/(modules\/[^/]+|core|ground|platform|web|design|routes|cli)\//.exec(`${file}/`)?.[1] ??
      'src';
    return importsOf(text)
      .map((one) => one.from)
      .filter((from) => {
        if (from.startsWith('#modules/')) {
          return !/^#modules\/[a-z-]+(\/(server|ui|reference|drawing|folder|import(\/server)?))?$/.test(
            from
          );
        }
        return from.startsWith('.') && roomOf(target(path, from)) !== roomOf(path);
      });
  }
};

/** Generated from the database, it names the types that modules give what its columns hold, and nothing else of them. */
const typesOfTheColumns = 'src/platform/schema.ts';

/** A module uses only lower rungs of the ladder; `core`, `ground`, `platform`, `web` and `design` use no module at all. */
const upTheLadder: Fence = {
  name: 'up the ladder',
  check({ path, text }) {
    if (isTest(path)) return [];
    const here = moduleOf(path);
    const isBelow = /^src\/(core|ground|platform|web|design)\//.test(path);
    if (here === null && !isBelow) return [];
    return importsOf(text)
      .filter((one) => path !== typesOfTheColumns || !one.typeOnly)
      .map((one) => one.from)
      .filter((from) => {
        const there = importedModule(from);
        if (there === null || there === here) return false;
        return here === null || rungOf(there) === -1 || rungOf(there) >= rungOf(here);
      });
  }
};

/** Every module stands on a rung. */
const onARung: Fence = {
  name: 'on a rung',
  check({ path }) {
    const here = moduleOf(path);
    return here !== null && rungOf(here) === -1 ? [`${here} is on no rung of the ladder`] : [];
  }
};

/** What the rooms below the modules may import. Outside `core` and `design`, packages and Node as well. */
const below: readonly { readonly room: RegExp; readonly may: RegExp }[] = [
  { room: /^src\/core\//, may: /^(\.|#core\/)/ },
  { room: /^src\/design\//, may: /^(\.|#core\/|#design|svelte|@fontsource)/ },
  { room: /^src\/ground\//, may: /^([^#]|#core\/)/ },
  { room: /^src\/platform\//, may: /^([^#]|#core\/)/ },
  { room: /^src\/web\//, may: /^([^#]|#(core|ground|platform)\/)/ }
];

/**
 * `core` knows nothing but itself; `design` knows `core`. `ground`, what Cairn stands on before it serves, and `platform`, where
 * commands and queries run, know `core` and not each other; `web`, where requests come in, knows both.
 */
const lowGround: Fence = {
  name: 'low ground',
  check({ path, text }) {
    const may = below.find(({ room }) => room.test(path))?.may;
    if (may === undefined || isTest(path) || path === typesOfTheColumns) return [];
    return importsOf(text)
      .map((one) => one.from)
      .filter((from) => !may.test(from));
  }
};

const isPure = (path: string): boolean =>
  !isTest(path) &&
  (/^src\/core\/[^/]+\.ts$/.test(path) || /^src\/modules\/[^/]+\/(?!ui\/)[^.]+\.ts$/.test(path));

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** Pure files know nothing of the browser, the database, the clock or chance. */
const pureRules: Fence = {
  name: 'pure rules',
  check({ path, text }) {
    if (!isPure(path)) return [];
    const pureGround =
      /^(\.|#core\/|#modules\/[a-z-]+$|#platform\/(ids|permissions|fields)$|valibot$|csv-parse|graphology)/;
    const imports = importsOf(text)
      .filter((one) => !one.typeOnly)
      .map((one) => one.from)
      .filter((from) => !pureGround.test(from) || from.includes('.server'));
    const words = [
      /\bnew Date\(\s*\)/,
      /\bDate\.now\(/,
      /\bMath\.random\(/,
      /\bcrypto\.randomUUID\(/,
      /\bprocess\.(env|argv|cwd)\b/,
      /(?<![-\w])(document|window|localStorage)\.\w/,
      /\bfetch\(/
    ];
    const code = withoutComments(text);
    return [...imports, ...words.flatMap((word) => word.exec(code)?.[0] ?? [])];
  }
};

/** Components never import what runs on the server. */
const browserSide: Fence = {
  name: 'browser side',
  check({ path, text }) {
    if (!path.endsWith('.svelte')) return [];
    return importsOf(text)
      .filter((one) => !one.typeOnly)
      .map((one) => one.from)
      .filter((from) =>
        /\.server(\.ts)?$|^#modules\/[^/]+\/server$|^#(ground|platform|web)\/|^node:/.test(from)
      );
  }
};

/** Only stores touch the database. */
const onlyStores: Fence = {
  name: 'only stores',
  check({ path, text }) {
    const isFree =
      isTest(path) ||
      !/^src\/(modules|routes|design|core)\//.test(path) ||
      /store\.server\.ts$/.test(path);
    if (isFree) return [];
    const code = withoutComments(text);
    const calls = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/.exec(code);
    const imports = importsOf(text).filter(
      (one) => !one.typeOnly && /^(kysely|pg)$/.test(one.from)
    );
    return [...imports.map((one) => one.from), ...(calls === null ? [] : [calls[0]])];
  }
};

/** Only `command()` and `query()` make scopes. */
const onlyTheGate: Fence = {
  name: 'only the gate',
  check({ path, text }) {
    if (path === 'src/platform/scope.ts' || path === 'src/platform/command.ts') return [];
    if (path.startsWith('tests/fences/')) return [];
    return /\bmint(Read|Write)Scope\b/.exec(text) === null ? [] : ['makes a scope'];
  }
};

/** Every route that gives away a file or data says how counts of people in it were made safe. */
const saysHowItLeaves: Fence = {
  name: 'says how it leaves',
  check({ path, text }) {
    const gives = /^src\/routes\/.*\+server\.ts$/.test(path) && /^export const GET\b/m.test(text);
    if (!gives || path === 'src/routes/health/+server.ts') return [];
    const said = /^export const _leaving: Leaving = \{\s*kind: '([a-z-]+)'/m.exec(
      withoutComments(text)
    );
    if (said === null)
      return [
        'does not say how what leaves is made safe: export const _leaving: Leaving (see src/web/leaving.ts)'
      ];
    const isSafe =
      /\b(ownValuesTable|viewValuesToTake|viewIndicatorMap|view\w+ToTakeAway|pictureOf|safe\w*|themesTable)\b/.test(
        text
      );
    if (said[1] === 'rule' && !isSafe)
      return ['says that a rule was applied, and asks for nothing safe'];
    // Queries of these names need the permission to record: members who only read take nothing as it was entered.
    return said[1] === 'as-entered' && !/\bview\w*(AsEntered|LeftOut)\b/.test(text)
      ? ['gives what was entered without asking whether somebody may record it']
      : [];
  }
};

/** What becomes of a count that leaves is decided in one place: others hand it to `whatLeaves` and protect nothing themselves. */
const leavesByOneDoor: Fence = {
  name: 'leaves by one door',
  check({ path, text }) {
    if (!path.startsWith('src/') || isTest(path)) return [];
    if (path.startsWith('src/modules/disclosure/')) return [];
    return importsOf(text)
      .filter((one) => one.from === '#modules/disclosure' && !one.typeOnly)
      .flatMap(({ names }) => names.match(/\b(protect[A-Z]\w*|hiddenShares)\b/g) ?? [])
      .map((name) => `${name}: ask whatLeaves`);
  }
};

/** Pages for everybody show what stands published, and ask the records nothing. */
const onlyWhatIsPublished: Fence = {
  name: 'only what is published',
  check({ path, text }) {
    if (!path.startsWith('src/routes/public/') || isTest(path)) return [];
    return importsOf(text)
      .filter((one) => !one.typeOnly)
      .filter(({ from, names }) =>
        /^#modules\/[^/]+\/server$/.test(from)
          ? !/^\s*\{\s*findPublished\w*\s*\}\s*$/.test(names)
          : /\bask\b/.test(names)
      )
      .map(({ from }) => from);
  }
};

/** A moment becomes a day of the United Kingdom in one place; a day in UTC or of the machine is another day at night. */
const daysOfTheKingdom: Fence = {
  name: 'days of the kingdom',
  check({ path, text }) {
    if (!path.startsWith('src/') || isTest(path) || path === 'src/core/dates.ts') return [];
    const code = withoutComments(text);
    const cut = /\.to(?:ISOString|JSON)\(\)\s*\??\.(?:slice|substring|substr|split|replace)\b/.exec(
      code
    );
    const own =
      /\.(?:getDate|getDay|getMonth|getFullYear|getHours|toDateString|toTimeString|toLocaleDateString|toLocaleTimeString)\(/.exec(
        code
      );
    const zoneless = [...code.matchAll(/\bDateTimeFormat\(([^()]*)\)/g)].find(
      ([, told]) => !/\btimeZone\b/.test(told ?? '')
    );
    return [cut, own, zoneless].flatMap((found) =>
      found ? [`${found[0].replace(/\s+/g, ' ')}: see src/core/dates.ts`] : []
    );
  }
};

/** Every statement on a table of partnerships names the partnership, although row-level security stands behind. */
const namesThePartnership: Fence = {
  name: 'names the partnership',
  check({ path, text }) {
    if (isTest(path) || !/^src\/.*\.ts$/.test(path)) return [];
    return statementsWithoutPartnership(path, text);
  }
};

/** What formats numbers, dates and lists is made once: making one costs as much as a hundred uses, and they were a fifth of a page. */
const keptFormatters: Fence = {
  name: 'kept formatters',
  check({ path, text }) {
    if (!path.startsWith('src/') || isTest(path)) return [];
    const isKeptByMap = /\bMap<\w+, Intl\.NumberFormat>/.test(text);
    const code = withoutComments(text);
    // At the top of a file a statement begins without indentation, and an object's line with two spaces and a name.
    return [...code.matchAll(/^(.*)\bnew (Intl\.\w+)\(/gm)]
      .filter(([, before = '']) => {
        const isAtTheTop = /^(export )?const \w+\b[^(]* = $/.test(before);
        const isNamed = /^ {2}\w+: $/.test(before);
        return path.endsWith('.svelte') || !(isAtTheTop || isNamed || isKeptByMap);
      })
      .map(([, , made]) => `${made} is made at each call: keep it at the top of the file`);
  }
};

export const fences: readonly Fence[] = [
  keptFormatters,
  daysOfTheKingdom,
  namesThePartnership,
  saysHowItLeaves,
  leavesByOneDoor,
  onlyWhatIsPublished,
  byTheDoor,
  upTheLadder,
  onARung,
  lowGround,
  pureRules,
  browserSide,
  onlyStores,
  onlyTheGate
];

export function breachesOf(file: SourceFile): Breach[] {
  return fences.flatMap((fence) =>
    fence.check(file).map((what) => ({ path: file.path, fence: fence.name, what }))
  );
}
