/** Fields of a form that stand together under a legend; folded away, open or shut, where `isOpen` is given. */
export type FieldGroup = {
  readonly legend: string;
  readonly hint?: string;
  readonly fields: readonly string[];
  readonly isOpen?: boolean;
};
