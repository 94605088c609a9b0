import { getPreferences } from '@k12/contracts/identity/preferences';
import { cookies } from 'next/headers';
import { askCore, glanceAtMe } from './api/server.ts';
import { appearanceAttributes, appearanceCookie, isTheme, readAppearance, themeCookie } from './themes.ts';

/**
 * Attributes of <html>, known before the first paint, so that the page never flashes in the wrong look (UXP-25).
 * On a device that has no cookie yet, a signed-in person's saved choice is asked for.
 */
export async function appearanceOfRequest(): Promise<Record<string, string>> {
  const jar = await cookies();
  const stored = jar.get(appearanceCookie)?.value;
  const theme = jar.get(themeCookie)?.value;
  const chosen = stored ? readAppearance(stored) : await savedAppearance();
  return appearanceAttributes({ ...chosen, ...(isTheme(theme) ? { theme } : {}) });
}

async function savedAppearance() {
  if (!(await glanceAtMe())) return {};
  return (await askCore(getPreferences, {})) ?? {};
}
