/** Checks for values that come from the address: what fails is left out, the server judges the rest. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isId(value: string): boolean {
  return uuid.test(value);
}

export function isShort(value: string): boolean {
  return value.length <= 40;
}

export function isOneOf(options: readonly string[]): (value: string) => boolean {
  return (value) => options.includes(value);
}
