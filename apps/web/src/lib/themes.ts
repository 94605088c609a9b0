export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = 'homeroom_theme';

export function isTheme(value: string | undefined): value is Theme {
  return themes.includes(value as Theme);
}
