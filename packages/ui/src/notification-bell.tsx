'use client';
import { Popover as Base } from '@base-ui/react/popover';
import { Bell } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

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
export function NotificationBell({
  unread,
  open,
  onOpenChange,
  children,
  action,
  footer,
}: NotificationBellProps) {
  const { container } = useSurroundings();
  const text = useUiText();
  const label = unread > 0 ? `${text.notifications}, ${text.unread(unread)}` : text.notifications;
  const bell = (
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
  return (
    <Base.Root {...(open !== undefined && { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={<IconButton label={label} icon={bell} />} />
      <Base.Portal container={container}>
        <Base.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-popover">
          <Base.Popup className="pop-motion flex max-h-[min(32rem,var(--available-height))] w-96 max-w-[calc(100vw-1rem)] flex-col rounded-card bg-raised text-ink shadow-float projector:hidden">
            <div className="flex min-h-11 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
              <Base.Title className="text-body font-semibold">{text.notifications}</Base.Title>
              {action}
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto px-4">{children}</div>
            {footer && <div className="border-t border-line px-4 py-2 text-small">{footer}</div>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
