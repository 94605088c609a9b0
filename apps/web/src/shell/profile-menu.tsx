'use client';
import { signOut } from '@k12/contracts/identity/session';
import { Avatar } from '@k12/ui/avatar';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { LogOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useSWRConfig } from 'swr';
import { callApi, forgetCsrfToken } from '@/lib/api/browser.ts';
import { announceSignOut } from '@/lib/api/tabs.ts';
import { localeCookie, localeNames, locales } from '@/lib/locales.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { setPreferenceCookie } from './preference-cookies.ts';
import { ThemeChoice } from './theme-choice.tsx';

/** Who is signed in, language, appearance, and the way out. */
export function ProfileMenu() {
  const { me } = useSession();
  const t = useTranslations('shell');
  const leave = useSignOut();
  const locale = useLocale();
  const router = useRouter();
  const name = me.user.display_name;
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" aria-label={t('profile', { name })} className="rounded-full">
          <Avatar name={name} />
        </button>
      }
    >
      <div className="max-w-64 px-3 py-2">
        <p className="truncate font-semibold">{name}</p>
        <p className="truncate text-small text-ink-3">{me.user.email ?? me.user.username}</p>
      </div>
      <MenuSeparator />
      <MenuChoice
        label={t('language')}
        value={locale}
        onValueChange={(value) => {
          setPreferenceCookie(localeCookie, value);
          router.refresh();
        }}
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
      />
      <ThemeChoice />
      <MenuSeparator />
      <MenuItem icon={<LogOut size={16} />} onPress={leave}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}

/** Ends the session on the server, empties the cache, and tells the other tabs (UXP-12). */
function useSignOut() {
  const { mutate } = useSWRConfig();
  return async () => {
    await callApi(signOut, {});
    forgetCsrfToken();
    await mutate(() => true, undefined, { revalidate: false });
    announceSignOut();
    window.location.assign(paths.login());
  };
}
