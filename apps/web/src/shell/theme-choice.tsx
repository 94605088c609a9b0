'use client';
import { MenuChoice } from '@k12/ui/menu';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type Theme, themeCookie, themes } from '@/lib/themes.ts';
import { setPreferenceCookie } from './preference-cookies.ts';

export function ThemeChoice() {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme((document.documentElement.dataset.theme as Theme | undefined) ?? 'system'), []);
  const choose = (value: string) => {
    setTheme(value as Theme);
    setPreferenceCookie(themeCookie, value);
    if (value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  };
  const options = themes.map((value) => ({ value, label: t(`themes.${value}`) }));
  return <MenuChoice label={t('theme')} value={theme} onValueChange={choose} options={options} />;
}
