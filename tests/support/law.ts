import { readLaw, type Law } from '#modules/needs';
import { jsonOf, must } from './content.ts';

/** The law as it is shipped. */
export const shippedLaw = (): Law => must(readLaw(jsonOf('governance/uk-gdpr', 'law.json')));
