'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement } from 'react';
import type { NotificationBellProps } from './notification-bell.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

type Props = Omit<NotificationBellProps, 'unread'> & { trigger: ReactElement };

export function NotificationPanel({ trigger, open, onOpenChange, children, action, footer }: Props) {
  const { container } = useSurroundings();
  const text = useUiText();
  return (
    <Base.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      <Base.Trigger render={trigger} />
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
