'use client';
import { IconButton } from '@k12/ui/icon-button';
import { Kbd } from '@k12/ui/kbd';
import { Menu, MenuItem } from '@k12/ui/menu';
import { CircleHelp, Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { useCommands } from './commands.tsx';
import { Bell } from './notifications/bell.tsx';
import { PageCrumbs } from './page-crumbs.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { SchoolSelector } from './school-selector.tsx';
import { useCreateActions } from './use-create-actions.ts';

/** School, place, search, what can be made, news, help and who one is: in this order on every page (UXP-06). */
export function TopBar() {
  return (
    <header
      data-screen-only
      className="sticky top-0 z-sticky flex min-h-13 items-center justify-between gap-3 border-b border-line bg-paper px-4 tablet:px-5"
    >
      <div className="flex min-w-0 items-center gap-2">
        <SchoolSelector />
        <PageCrumbs />
      </div>
      <div className="flex shrink-0 items-center gap-1">
        <SearchButton />
        <CreateMenu />
        <Bell />
        <HelpMenu />
        <ProfileMenu />
      </div>
    </header>
  );
}

function SearchButton() {
  const t = useTranslations('shell');
  const { openPalette } = useCommands();
  return (
    <>
      <button
        type="button"
        onClick={openPalette}
        aria-keyshortcuts="Control+K Meta+K"
        className="me-1 hidden min-h-control w-62 items-center gap-2.5 rounded-control border border-line-strong bg-raised px-3 text-start text-ink-3 hover:border-ink-3 laptop:flex"
      >
        <Search aria-hidden />
        <span className="min-w-0 flex-1 truncate">{t('search')}</span>
        <Kbd>{t('searchKeys')}</Kbd>
      </button>
      <span className="laptop:hidden">
        <IconButton label={t('search')} icon={<Search aria-hidden />} onClick={openPalette} />
      </span>
    </>
  );
}

function CreateMenu() {
  const t = useTranslations('shell');
  const actions = useCreateActions();
  if (actions.length === 0) return null;
  return (
    <Menu align="end" trigger={<IconButton label={t('create')} icon={<Plus aria-hidden />} />}>
      {actions.map(({ key, href }) => (
        <MenuItem key={key} href={href}>
          {t(`creates.${key}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function HelpMenu() {
  const t = useTranslations('shell');
  const { openShortcuts } = useCommands();
  return (
    <span className="hidden tablet:inline">
      <Menu align="end" trigger={<IconButton label={t('help')} icon={<CircleHelp aria-hidden />} />}>
        <MenuItem onPress={openShortcuts} shortcut="?">
          {t('shortcuts')}
        </MenuItem>
        <MenuItem href={paths.status()}>{t('status')}</MenuItem>
        <MenuItem href={paths.accessibility()}>{t('accessibility')}</MenuItem>
        <MenuItem href={paths.privacy()}>{t('privacy')}</MenuItem>
      </Menu>
    </span>
  );
}
