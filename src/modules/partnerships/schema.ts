import { lookedThrough } from '#modules/disclosure';
import * as fields from '#platform/fields';
import { roles } from '#platform/permissions';
import * as v from 'valibot';
import { membershipLabels, partnershipLabels } from './labels.ts';
import { fieldSentences } from './sentences.ts';

const shortText = (sentence: string) =>
  v.pipe(
    v.string(sentence),
    v.trim(),
    v.nonEmpty(sentence),
    v.maxLength(200, fieldSentences.tooLong)
  );

const optionalText = (most: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most, fieldSentences.tooLong)), '');

/**
 * An e-mail address as HTML's own field takes it, with a dot after the @: letters, digits and the marks that names have, such as the
 * apostrophe of o'neill@example.org.
 * Source: HTML Living Standard, "valid e-mail address".
 */
const emailForm =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const email = v.pipe(
  v.string(fieldSentences.email),
  v.trim(),
  // A typeset apostrophe is the plain one's likeness, and no address has it.
  v.transform((given) => given.replaceAll('’', "'")),
  v.toLowerCase(),
  v.maxLength(254, fieldSentences.tooLong),
  v.regex(emailForm, fieldSentences.email)
);

const role = v.picklist(roles, fieldSentences.role);
const password = v.pipe(
  v.string(fieldSentences.password),
  v.nonEmpty(fieldSentences.password),
  v.maxLength(1000, fieldSentences.tooLong)
);

export const signInInput = v.object({ email, password });

export const newPersonInput = v.object({ name: shortText(fieldSentences.name), email, password });

export const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland'] as const;

export const newPartnershipInput = v.object({
  name: shortText(fieldSentences.partnershipName),
  slug: v.optional(
    v.pipe(v.string(), v.trim(), v.regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, fieldSentences.slug)),
    ''
  ),
  kind: v.optional(v.picklist(['place', 'collaborative']), 'place'),
  areaCode: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.toUpperCase(),
      v.regex(/^([A-Z]\d{8})?$/, fieldSentences.areaCode)
    ),
    ''
  ),
  nation: v.optional(v.picklist(nations), 'England'),
  about: optionalText(2000)
});

/** The address is where the invitation goes, so it may be one. */
export const invitationInput = lookedThrough(
  {
    email,
    role,
    organisation: optionalText(200),
    jobRole: optionalText(200)
  },
  { names: membershipLabels, except: ['email'] }
);

export const acceptInput = v.object({ name: shortText(fieldSentences.name), password });

export const membershipInput = lookedThrough(
  {
    personId: v.pipe(v.string(), v.uuid()),
    role,
    organisation: optionalText(200),
    jobRole: optionalText(200),
    version: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer())
  },
  { names: membershipLabels }
);

export const removalInput = v.object({ personId: v.pipe(v.string(), v.uuid()) });

export const partnershipInput = lookedThrough(
  {
    name: shortText(fieldSentences.partnershipName),
    about: optionalText(2000),
    vision: optionalText(2000),
    visionAgreedOn: fields.optionalDate(partnershipLabels.visionAgreedOn),
    visionAgreedBy: optionalText(300),
    visionOwner: optionalText(200),
    version: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer())
  },
  { names: partnershipLabels }
);
