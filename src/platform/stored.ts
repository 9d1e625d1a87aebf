/**
 * Makes nouns of rows: a function that leaves these columns out, the partnership (which the scope says) for one, and copies the rest.
 * Assumes: what was read without being named here is the noun's, column by column.
 */
export function without<const Name extends string>(...names: readonly Name[]) {
  return <Row extends { readonly [name in Name]: unknown }>(row: Row): Omit<Row, Name> => {
    const rest: Partial<Row> = { ...row };
    for (const name of names) Reflect.deleteProperty(rest, name);
    return rest as Omit<Row, Name>; // only what was named is gone
  };
}
