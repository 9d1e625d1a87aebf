export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown };

/** What was answered. Throws what is wrong where it was refused. */
export function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** What a command or a query answers. Throws what is wrong where it refuses. */
export async function good<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  return valueOf(await answer);
}
