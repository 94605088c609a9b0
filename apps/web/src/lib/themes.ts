import type { Preferences } from '@k12/contracts/identity/preferences';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = 'homeroom_theme';
/** Everything else about the look. Replaced by that of the next person who signs in here. */
export const appearanceCookie = 'homeroom_appearance';

export function isTheme(value: string | undefined): value is Theme {
  return themes.includes(value as Theme);
}

export type Appearance = Partial<
  Pick<Preferences, 'theme' | 'contrast' | 'density' | 'reading' | 'motion' | 'single_key_shortcuts'>
>;

const tints: Record<string, string> = { cream: 'cream', rose: 'rose', blue: 'sky', green: 'mint' };
const fonts: Record<string, string> = { hyperlegible: 'hyperlegible', opendyslexic: 'dyslexic' };

/** The design system reads these from <html>; what is at its default is left out. */
export function appearanceAttributes(look: Appearance): Record<string, string> {
  const { reading } = look;
  const spacing = reading?.letter_spacing ?? 0;
  const all: Record<string, string | undefined> = {
    'data-theme': look.theme === 'system' ? undefined : look.theme,
    'data-contrast': look.contrast === 'high' ? 'high' : undefined,
    'data-density': look.density === 'compact' ? 'compact' : undefined,
    'data-motion': look.motion === 'reduced' ? 'reduced' : undefined,
    'data-reading-font': fonts[reading?.font ?? ''],
    'data-reading-spacing': spacing === 0 ? undefined : spacing > 2 ? 'wider' : 'wide',
    'data-reading-measure': reading?.measure === 'normal' ? undefined : reading?.measure,
    'data-reading-tint': tints[reading?.tint ?? ''],
    'data-shortcuts': look.single_key_shortcuts === false ? 'off' : undefined,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

export const appearanceAttributeNames = [
  'data-theme',
  'data-contrast',
  'data-density',
  'data-motion',
  'data-reading-font',
  'data-reading-spacing',
  'data-reading-measure',
  'data-reading-tint',
  'data-shortcuts',
] as const;

export function writeAppearance(look: Appearance): string {
  const { theme: _, ...kept } = look;
  return encodeURIComponent(JSON.stringify(kept));
}

/** What a browser sends back may be anything; unknown values simply match no attribute above. */
export function readAppearance(cookie: string): Appearance {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(cookie));
    return typeof value === 'object' && value !== null ? (value as Appearance) : {};
  } catch {
    return {};
  }
}
