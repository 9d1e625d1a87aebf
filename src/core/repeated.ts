const mostKept = 5000;

/**
 * A reading of texts that keeps what it read, for columns in which the same few texts stand a hundred thousand times. It keeps no more than
 * `most` of them at a time.
 * Assumes: `read` answers the same each time.
 *
 * @example
 * const length = readOnce((text) => text.length);
 * length('Hope') // 4, worked out once
 */
export function readOnce<Value>(
  read: (text: string) => Value,
  most = mostKept
): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = read(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
