'use client';
import { signOut } from '@k12/contracts/identity/session';
import { Avatar } from '@k12/ui/avatar';
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { LogOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useSWRConfig } from 'swr';
import { callApi } from '@/lib/api/browser.ts';
import { forgetCsrfToken } from '@/lib/api/csrf.ts';
import { isKeyOf } from '@/lib/api/keys.ts';
import { announceSignOut } from '@/lib/api/tabs.ts';
import { mayDiscardInput } from '@/lib/forms/unsaved-input.ts';
import { isLocale, localeCookie, localeNames, locales } from '@/lib/locales.ts';
import { navigationOf, pages } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { setPreferenceCookie } from './preference-cookies.ts';
import { saveLanguage, savePreferences } from './save-preferences.ts';
import { ThemeChoice } from './theme-choice.tsx';

/** Who is signed in, the start page of each role, language, appearance, and the way out. */
export function ProfileMenu() {
  const { me } = useSession();
  const t = useTranslations('shell');
  const leave = useSignOut();
  const name = me.user.display_name;
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" aria-label={t('profile', { name })} className="ms-1 rounded-full">
          <Avatar name={name} src={me.user.picture_url ?? undefined} />
        </button>
      }
    >
      <div className="max-w-64 px-3 py-2">
        <p className="truncate font-semibold">
          <bdi>{name}</bdi>
        </p>
        <p className="truncate text-small text-ink-3">{me.user.email ?? me.user.username}</p>
      </div>
      <MenuSeparator />
      <RoleHomes />
      <SettingsLinks />
      <MenuSeparator />
      <LanguageChoice />
      <ThemeChoice />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onPress={leave}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}

/** With several roles there are several places to start from; each is its own page, and the last one is kept. */
function RoleHomes() {
  const router = useRouter();
  const t = useTranslations();
  const { me } = useSession();
  const homes = navigationOf(me).filter((page) => page.route.endsWith('/dashboard'));
  if (homes.length < 2) return null;
  // The next sign-in begins there too. Refused while acting for somebody: then it is only gone to.
  const go = (home: string) => {
    router.push(home);
    void savePreferences({ home }).catch(() => undefined);
  };
  return (
    <>
      <MenuGroup label={t('shell.roles')}>
        {homes.map((page) => (
          <MenuItem key={page.route} onPress={() => go(page.route)}>
            {t(`pages.${page.title}`)}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
    </>
  );
}

function SettingsLinks() {
  const t = useTranslations('pages');
  return [pages.profile, pages.appearance, pages.security].map((page) => (
    <MenuItem key={page.route} href={page.route}>
      {t(page.title)}
    </MenuItem>
  ));
}

/** Kept with the account and on the device, so that the sign-in page speaks it too (UXP-92). */
function LanguageChoice() {
  const t = useTranslations('shell');
  const { me } = useSession();
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const choose = async (value: string) => {
    if (!isLocale(value)) return;
    setPreferenceCookie(localeCookie, value);
    // Refused while acting for somebody: then the device's choice is all that changes.
    await saveLanguage(value, me.user.lock_version).catch(() => undefined);
    void mutate((key) => isKeyOf(key, 'me.'));
    router.refresh();
  };
  return (
    <MenuChoice
      label={t('language')}
      value={useLocale()}
      onValueChange={choose}
      options={locales.map((value) => ({ value, label: <span lang={value}>{localeNames[value]}</span> }))}
    />
  );
}

/** Ends the session on the server, empties the cache, and tells the other tabs (UXP-12). */
function useSignOut() {
  const { mutate } = useSWRConfig();
  const unsaved = useTranslations('errors')('unsaved');
  return async () => {
    if (!mayDiscardInput(unsaved)) return;
    await callApi(signOut, {});
    forgetCsrfToken();
    await mutate(() => true, undefined, { revalidate: false });
    announceSignOut();
    window.location.assign(paths.login());
  };
}
