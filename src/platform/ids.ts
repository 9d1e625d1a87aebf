import type { Brand } from '#core/brand';

export type PersonId = Brand<string, 'PersonId'>;
export type PartnershipId = Brand<string, 'PartnershipId'>;

/** A text from an address or a form as the identifier to look for. The query says whether there is such a record. */
export function sought<Id extends string>(text: string): Id {
  return text as Id; // an identifier of nothing finds nothing
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from an address or a form has the form of an identifier. */
export function isUuid(text: string): boolean {
  return uuidForm.test(text);
}
