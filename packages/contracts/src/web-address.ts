import { z } from 'zod';

/** http(s) only, and nothing before the host that looks like another one; shown with its host (TCH-62). */
export const WebAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine(isWebAddress, { error: 'an address that begins with http:// or https://' });

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { host, username, password } = new URL(value);
  return host !== '' && username === '' && password === '';
}
