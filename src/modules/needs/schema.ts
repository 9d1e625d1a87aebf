import { newInput, partInput } from '#modules/records';
import * as v from 'valibot';
import { stepFields } from './governance.ts';
import { dataItemKind } from './kinds.ts';

export const newItemInput = newInput(dataItemKind, stepFields.what);

/** The answer to one step of the register: the fields of that step. */
export const stepInput = v.variant('step', [
  partInput(dataItemKind, stepFields.what, { step: v.literal('what') }),
  partInput(dataItemKind, stepFields.basis, { step: v.literal('basis') }),
  partInput(dataItemKind, stepFields.recognised, { step: v.literal('recognised') }),
  partInput(dataItemKind, stepFields.condition, { step: v.literal('condition') }),
  partInput(dataItemKind, stepFields.sharing, { step: v.literal('sharing') }),
  partInput(dataItemKind, stepFields.assessment, { step: v.literal('assessment') }),
  partInput(dataItemKind, stepFields.complaints, { step: v.literal('complaints') }),
  partInput(dataItemKind, stepFields.keeping, { step: v.literal('keeping') }),
  partInput(dataItemKind, stepFields.purpose, { step: v.literal('purpose') })
]);
