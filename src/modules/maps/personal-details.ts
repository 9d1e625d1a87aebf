import { personalDetailsIn, type PersonalDetails } from '#modules/disclosure';

/**
 * What seems to be a personal detail in the texts of a service that people write freely; null when nothing was seen, or somebody
 * said it is public. An address is a public place, so it is not looked at.
 */
export function detailsOfService(
  {
    name,
    organisation,
    description
  }: { readonly name: string; readonly organisation: string; readonly description: string },
  isChecked: boolean
): PersonalDetails | null {
  return personalDetailsIn({ name, organisation, description }, isChecked);
}
