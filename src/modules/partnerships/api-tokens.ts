import type { Brand } from '#core/brand';
import { lookedThrough } from '#modules/disclosure';
import { ticked } from '#platform/fields';
import type { Pace } from '#platform/throttle';
import * as v from 'valibot';
import { tokenLabels } from './labels.ts';

/** Tokens for other programs: what they may do, and for how long. */

export type ApiTokenId = Brand<string, 'ApiTokenId'>;

export type ApiToken = {
  readonly id: ApiTokenId;
  readonly name: string;
  readonly purpose: string;
  /** Whether it may add values; every token may read. */
  readonly mayRecord: boolean;
  /** Whether it reads counts as they are recorded, small numbers included. */
  readonly showsCounts: boolean;
  readonly madeBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly version: number;
};

/** How long a token may last, in days. */
export const tokenLives = ['30', '90', '365'] as const;

/** How often one token may be used. */
export const requestPace: Pace = { most: 300, seconds: 60 };

export type TokenState = 'usable' | 'revoked' | 'expired';

export function tokenState(
  token: Pick<ApiToken, 'revokedAt' | 'expiresAt'>,
  now: Date
): TokenState {
  if (token.revokedAt !== null) return 'revoked';
  return token.expiresAt <= now ? 'expired' : 'usable';
}

export const tokenStateNames: { readonly [state in TokenState]: string } = {
  usable: 'In use',
  revoked: 'Revoked',
  expired: 'Expired'
};

const tokenSentences = {
  name: 'Enter a name, such as “Monthly report”',
  purpose: 'Say what it is for, so that others can judge whether it is still needed',
  life: 'Choose how long it may be used',
  choice: 'Choose one from the list',
  tooLong: 'This is too long: shorten it'
} as const;

const words = (sentence: string, most: number) =>
  v.pipe(
    v.nullish(v.string(sentence), ''),
    v.trim(),
    v.nonEmpty(sentence),
    v.maxLength(most, tokenSentences.tooLong)
  );

export const newTokenInput = lookedThrough(
  {
    name: words(tokenSentences.name, 100),
    purpose: words(tokenSentences.purpose, 300),
    mayRecord: ticked,
    showsCounts: ticked,
    life: v.pipe(
      v.nullish(v.string(tokenSentences.life), ''),
      v.picklist(tokenLives, tokenSentences.life)
    )
  },
  { names: tokenLabels }
);
export const oneTokenInput = v.object({ tokenId: v.pipe(v.string(), v.uuid()) });
