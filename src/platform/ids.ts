import type { Brand } from '#core/brand';

export type PersonId = Brand<string, 'PersonId'>;
export type PartnershipId = Brand<string, 'PartnershipId'>;

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from an address or a form has the form of an identifier. */
export function isUuid(text: string): boolean {
  return uuidForm.test(text);
}
