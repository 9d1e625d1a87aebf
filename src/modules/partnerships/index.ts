/** People, partnerships and collaboratives: who belongs where, and what they may do. */
export * from './types.ts';
export { changeWords } from './change-words.ts';
export { membershipLabels, partnershipLabels, tokenLabels } from './labels.ts';
export { checkPassword, fewestPasswordCharacters, sessionLength, slugOf } from './rules.ts';
export {
  explainPartnershipProblem,
  partnershipKindNames,
  roleHints,
  roleNames,
  type PartnershipProblem
} from './sentences.ts';
export {
  acceptInput,
  invitationInput,
  membershipInput,
  newPartnershipInput,
  newPersonInput,
  partnershipInput,
  signInInput
} from './schema.ts';
export {
  requestPace,
  tokenLives,
  tokenState,
  tokenStateNames,
  type ApiToken,
  type ApiTokenId,
  type TokenState
} from './api-tokens.ts';
