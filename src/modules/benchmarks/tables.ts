import { kindNames, providerNames } from '#modules/settings';
import { howOftenNames, reachNames, type Questions } from './kinds.ts';
import type { AskedSetting } from './results.ts';
import type { SafeLine } from './safe.ts';

/** Everything that was said, one setting and approach a row, settings by name: for use inside, since it names settings. */
export function answersTable(questions: Questions, asked: readonly AskedSetting[]): string[][] {
  const headings = [
    'Setting',
    'Kind',
    'Kind of provider',
    'Area',
    'Answered',
    'Approach',
    'Used',
    'Since',
    'For whom',
    'How often',
    'Reach',
    'How well',
    'Evidence',
    'Transitions',
    'What hinders',
    'Wants support',
    'Who said so'
  ];
  const rows = asked.flatMap(({ setting, answer }) => {
    const head = [
      setting.name,
      kindNames[setting.kind],
      setting.provider === null ? '' : providerNames[setting.provider],
      setting.area
    ];
    if (answer === null) return [[...head, 'no', ...Array.from({ length: 12 }, () => '')]];
    const tail = [answer.hinders, answer.wantsSupport ? 'yes' : 'no', answer.saidBy];
    return questions.approaches.map((approach) => {
      const use = answer.uses.find((one) => one.approach === approach);
      const said =
        use === undefined
          ? ['no', '', '', '', '', '', '', '']
          : [
              'yes',
              use.since ?? '',
              use.forWhom,
              use.howOften === null ? '' : howOftenNames[use.howOften],
              use.reach === null ? '' : reachNames[use.reach],
              stepWords(questions, use.howWell),
              use.evidence,
              use.transitions.join('; ')
            ];
      return [...head, 'yes', approach, ...said, ...tail];
    });
  });
  return [headings, ...rows];
}

/** A step of how well an approach works, in words; empty where nothing was said. */
export function stepWords({ howWell }: Pick<Questions, 'howWell'>, step: number | null): string {
  return step === null ? '' : (howWell[step - 1] ?? '');
}

/** What may be shared, as a file. */
export function safeTable(lines: readonly SafeLine[], rule: string): string[][] {
  return [
    ['Approach', 'Settings', 'Use it', 'Answered'],
    ...lines.map(({ approach, group, using, answered }) => [approach, group, using, answered]),
    [],
    [rule]
  ];
}

/** The links of a round, one setting a row, for letters and messages. */
export function linksTable(
  links: readonly {
    readonly setting: string;
    readonly address: string;
    readonly answered: boolean;
  }[]
): string[][] {
  return [
    ['Setting', 'Link', 'Has answered'],
    ...links.map(({ setting, address, answered }) => [setting, address, answered ? 'yes' : 'no'])
  ];
}
