'use client';
import { Bell } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { late } from './late.ts';
import { LateTrigger } from './late-trigger.tsx';
import { useUiText } from './ui-text.tsx';

const panel = late(() => import('./notification-panel.tsx'));

export type NotificationBellProps = {
  unread: number;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** The list, or an EmptyState. */
  children: ReactNode;
  /** At the end of the head, such as "Mark all read". */
  action?: ReactNode;
  footer?: ReactNode;
};

/** The bell and its panel. A dot says that there is something; the number is in its name and in the head. */
export function NotificationBell({ unread, ...rest }: NotificationBellProps) {
  const text = useUiText();
  const label = unread > 0 ? `${text.notifications}, ${text.unread(unread)}` : text.notifications;
  const icon = (
    <>
      <Bell aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="paint absolute end-1.5 top-1.5 size-2 rounded-full bg-bad ring-2 ring-paper"
        />
      )}
    </>
  );
  const bell = <IconButton label={label} icon={icon} />;
  return (
    <LateTrigger part={panel} trigger={bell} popup="dialog" onAsk={() => rest.onOpenChange?.(true)}>
      {({ module: { NotificationPanel } }) => <NotificationPanel {...rest} trigger={bell} />}
    </LateTrigger>
  );
}
