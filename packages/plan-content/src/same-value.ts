/** Equal as stored: the order of an object's keys says nothing, and what is missing is null. */
export function sameValue(left: unknown, right: unknown): boolean {
  return left === right || stableJson(left) === stableJson(right);
}

/** The same text for the same value, whatever the order of keys; for hashing too. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
