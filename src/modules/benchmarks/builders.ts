import type { Provider, SettingId } from '#modules/settings';
import type { Questions } from './kinds.ts';
import type { AskedSetting } from './results.ts';
import type { Use } from './types.ts';

/** Plainly made-up questions and answers, for tests. */

export const someQuestions: Questions = {
  approaches: ['Story bags', 'Stay and play', 'Home visits'],
  howWell: ['Not well', 'In part', 'Well'],
  transitions: ['Home to nursery', 'Nursery to school']
};

export function someUse(approach: string, parts: Partial<Use> = {}): Use {
  return {
    approach,
    since: null,
    forWhom: '',
    howOften: null,
    reach: null,
    howWell: null,
    evidence: '',
    transitions: [],
    ...parts
  };
}

/** The setting of this number, with the approaches that it uses; null where it has not answered. */
export function someAsked(
  number: number,
  uses: readonly (string | Use)[] | null,
  parts: { readonly area?: string; readonly provider?: Provider | null } = {}
): AskedSetting {
  return {
    setting: {
      id: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}` as SettingId, // made up here
      name: `Setting ${number}`,
      kind: 'nursery',
      area: 'North',
      provider: 'council',
      ...parts
    },
    answer:
      uses === null
        ? null
        : {
            uses: uses.map((use) => (typeof use === 'string' ? someUse(use) : use)),
            hinders: '',
            wantsSupport: false,
            saidBy: 'Head of centre'
          }
  };
}
