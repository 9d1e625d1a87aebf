/** A page sends no script unless it says that it needs it. */
export const csr = false;
