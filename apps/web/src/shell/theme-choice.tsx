'use client';
import { MenuChoice } from '@k12/ui/menu';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useSWRConfig } from 'swr';
import { isKeyOf } from '@/lib/api/keys.ts';
import { isTheme, type Theme, themeCookie, themes } from '@/lib/themes.ts';
import { setPreferenceCookie } from './preference-cookies.ts';
import { savePreferences } from './save-preferences.ts';

/** Shown at once and kept with the account, from where the next device takes it. */
export function ThemeChoice() {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme((document.documentElement.dataset.theme as Theme | undefined) ?? 'system'), []);
  const { mutate } = useSWRConfig();
  const choose = (value: string) => {
    if (!isTheme(value)) return;
    setTheme(value);
    setPreferenceCookie(themeCookie, value);
    if (value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    // Refused while acting for somebody: then only this device changes.
    savePreferences({ theme: value }).then(() => mutate((key) => isKeyOf(key, 'me.preferences')), ignore);
  };
  const options = themes.map((value) => ({ value, label: t(`themes.${value}`) }));
  return <MenuChoice label={t('theme')} value={theme} onValueChange={choose} options={options} />;
}

const ignore = () => {};
