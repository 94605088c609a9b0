/** Fills `{first_name}`; while names are hidden the field stays, and is filled when the comment goes out (TCH-75). */
export function fillFields(
  body: string,
  person: { given_name: string; preferred_name: string | null },
): string {
  return body.replaceAll('{first_name}', person.preferred_name ?? person.given_name);
}

/** Whether something was posted after the last look. */
export function isUnread(postedAt: readonly string[], readAt: string | null): boolean {
  if (readAt === null) return postedAt.length > 0;
  return postedAt.some((at) => Date.parse(at) > Date.parse(readAt));
}
