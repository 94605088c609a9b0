'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { useSurroundings } from './ui-provider.tsx';

export type PopoverProps = {
  trigger: ReactElement;
  title: ReactNode;
  /** Keeps the title for assistive technology only. */
  hideTitle?: boolean | undefined;
  children: ReactNode;
  align?: 'start' | 'center' | 'end' | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
};

/** A small floating panel with controls or an explanation. A choice of actions is a menu instead. */
export function Popover({
  trigger,
  title,
  hideTitle,
  children,
  align = 'start',
  open,
  onOpenChange,
}: PopoverProps) {
  const { container } = useSurroundings();
  return (
    <Base.Root {...(open !== undefined && { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-popover">
          <Base.Popup className="pop-motion max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-card bg-raised p-4 text-body text-ink shadow-float">
            <Base.Title className={hideTitle ? 'hidden-visually' : 'mb-2 text-body font-semibold'}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
