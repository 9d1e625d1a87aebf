declare const brand: unique symbol;

/** A type that looks like `Base` at run time but cannot be mixed up with another of the same shape. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
