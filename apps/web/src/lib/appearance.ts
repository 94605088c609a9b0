import { cookies } from 'next/headers';
import { isTheme, type Theme, themeCookie } from './themes.ts';

/** Read before the first paint, so that the page never flashes in the wrong colours (UXP-25). */
export async function readTheme(): Promise<Theme> {
  const value = (await cookies()).get(themeCookie)?.value;
  return isTheme(value) ? value : 'system';
}
