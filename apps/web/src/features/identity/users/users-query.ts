import { type UserQuery, UserSort, UserState } from '@k12/contracts/identity/users';
import { isId, isOneOf, isShort } from '@/lib/address-values.ts';

const checks = {
  q: isShort,
  role: isShort,
  school_id: isId,
  grade_level: isShort,
  state: isOneOf(UserState.options),
  sort: isOneOf(UserSort.options),
};

/** What a kept view of the list remembers, besides the order. */
export const viewWords = Object.keys(checks).filter((name) => name !== 'sort');

/** What the address asks of the list; anything that is not a valid filter is left out instead of refused. */
export function usersQuery(read: (name: string) => string | null | undefined): Partial<UserQuery> {
  const given = Object.entries(checks).flatMap(([name, isValid]) => {
    const value = read(name)?.trim();
    return value && isValid(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}
