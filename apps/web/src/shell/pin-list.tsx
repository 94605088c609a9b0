'use client';
import { deletePin, type Pin, putPin } from '@k12/contracts/identity/pins';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AppLink } from './app-link.tsx';
import { pinAddress } from './pin-address.ts';
import { pinKeys } from './pin-keys.ts';

interface Props {
  /** Those of one section. */
  pins: readonly Pin[];
  all: readonly Pin[];
}

/** Links to what is pinned; each can be moved and put away from the keyboard, and says where it went (UXP-82). */
export function PinList({ pins, all }: Props) {
  const t = useTranslations('shell.pins');
  const [said, setSaid] = useState('');
  return (
    <>
      <ul aria-label={t('title')} className="ms-6 border-s border-line ps-1.5 icons-only:hidden">
        {pins.map((pin) => (
          <PinnedLink key={pin.subject_id} pin={pin} pins={pins} all={all} announce={setSaid} />
        ))}
      </ul>
      <p role="status" className="hidden-visually">
        {said}
      </p>
    </>
  );
}

function PinnedLink({ pin, pins, all, announce }: Props & { pin: Pin; announce: (text: string) => void }) {
  const t = useTranslations('shell.pins');
  const pathname = usePathname();
  const { me } = useSession();
  const href = pinAddress(pin, me);
  const put = useChange(putPin, pinKeys);
  const remove = useChange(deletePin, pinKeys);
  const attempt = useAttempt();
  const at = pins.indexOf(pin);
  const { subject_type, subject_id, title } = pin;
  const move = async (neighbour: Pin | undefined) => {
    if (!neighbour) return;
    const position = all.indexOf(neighbour);
    if (await attempt(() => put({ body: { subject_type, subject_id, position } })))
      announce(t('moved', { name: title, position: pins.indexOf(neighbour) + 1, count: pins.length }));
  };
  const unpin = () =>
    attempt(() => remove({ query: { subject_type, subject_id } }), {
      undo: () => put({ body: { subject_type, subject_id, position: all.indexOf(pin) } }),
    });
  return (
    <li className="group/pin flex items-center">
      <AppLink
        href={href}
        aria-current={pathname === href ? 'page' : undefined}
        className="min-w-0 flex-1 truncate rounded-control px-2 py-1 text-small text-ink-2 aria-current-page:font-semibold aria-current-page:text-board hover:bg-sunken hover:text-ink"
      >
        <bdi>{title}</bdi>
      </AppLink>
      <Menu
        align="end"
        trigger={
          <IconButton
            size="small"
            variant="quiet"
            label={t('options', { name: title })}
            icon={<Ellipsis aria-hidden />}
          />
        }
      >
        <MenuItem disabled={at === 0} onPress={() => move(pins[at - 1])}>
          {t('up')}
        </MenuItem>
        <MenuItem disabled={at === pins.length - 1} onPress={() => move(pins[at + 1])}>
          {t('down')}
        </MenuItem>
        <MenuItem onPress={unpin}>{t('unpin', { name: title })}</MenuItem>
      </Menu>
    </li>
  );
}
