/** Checks for values that come from the address: what fails is left out, the server judges the rest. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

export function isId(value: string): boolean {
  return uuid.test(value);
}

export function isDay(value: string): boolean {
  return isoDay.test(value);
}

export const isAtMost = (length: number) => (value: string) => value.length <= length;

export const isShort = isAtMost(40);

export function isOneOf<T extends string>(options: readonly T[]) {
  return (value: string): value is T => (options as readonly string[]).includes(value);
}

type Checks = Record<string, (value: string) => boolean>;
type Guard<T extends string> = (value: string) => value is T;
type Checked<C extends Checks> = { [K in keyof C]?: C[K] extends Guard<infer T> ? T : string };

/** What stands in an address under these names and passes its check. */
export function readWords<C extends Checks>(
  checks: C,
  read: (name: string) => string | readonly string[] | null | undefined,
): Checked<C> {
  const found = Object.entries(checks).flatMap(([name, isRight]) => {
    const given = read(name);
    const value = typeof given === 'string' ? given.trim() : '';
    return value !== '' && isRight(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(found) as Checked<C>;
}
