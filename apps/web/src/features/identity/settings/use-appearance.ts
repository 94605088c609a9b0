'use client';
import { getPreferences, type Preferences } from '@k12/contracts/identity/preferences';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import {
  appearanceAttributeNames,
  appearanceAttributes,
  appearanceCookie,
  themeCookie,
  writeAppearance,
} from '@/lib/themes.ts';
import { setPreferenceCookie } from '@/shell/preference-cookies.ts';
import { type PreferenceChanges, savePreferences } from '@/shell/save-preferences.ts';

export function useAppearance() {
  const preferences = useApi(getPreferences, {});
  const [failed, setFailed] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  // Changes go out one after the other, each with the version that the one before it made.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const { data, mutate } = preferences;
  useEffect(() => {
    if (data) keepLook(data);
  }, [data]);

  const change = (changes: PreferenceChanges) => {
    if (!data) return;
    const shown = { ...data, ...changes, reading: { ...data.reading, ...changes.reading } };
    void mutate(shown, { revalidate: false });
    queue.current = queue.current.then(async () => {
      try {
        const saved = await savePreferences(changes);
        setFailed(false);
        setSavedAt(new Date());
        await mutate((now) => (now ? { ...now, lock_version: saved.lock_version } : saved), {
          revalidate: false,
        });
      } catch {
        setFailed(true);
        await mutate();
      }
    });
  };
  return { preferences, change, failed, savedAt };
}

/** On the page at once, and in the cookies from which the next first paint is made (UXP-25). */
function keepLook(preferences: Preferences): void {
  const { theme, contrast, density, reading, motion, single_key_shortcuts } = preferences;
  const look = { theme, contrast, density, reading, motion, single_key_shortcuts };
  const attributes = appearanceAttributes(look);
  for (const name of appearanceAttributeNames) {
    const value = attributes[name];
    if (value === undefined) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  setPreferenceCookie(themeCookie, theme);
  setPreferenceCookie(appearanceCookie, writeAppearance(look));
}
