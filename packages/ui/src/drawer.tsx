'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { firstField, PanelHead, veilClass } from './dialog.tsx';
import { useSurroundings } from './ui-provider.tsx';

export type DrawerProps = {
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactElement | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children?: ReactNode;
  footer?: ReactNode;
  /** Not modal: the page beside it stays in use, for peeking at record after record. */
  modal?: boolean | undefined;
  wide?: boolean | undefined;
};

const panel = clsx(
  'fixed flex flex-col bg-paper text-ink shadow-float transition-[translate,opacity] duration-base ease-out',
  'max-tablet:inset-x-0 max-tablet:bottom-0 max-tablet:max-h-[85dvh] max-tablet:rounded-t-dialog max-tablet:data-ending-style:translate-y-8 max-tablet:data-starting-style:translate-y-8',
  'tablet:inset-y-0 tablet:end-0 tablet:data-ending-style:translate-x-8 tablet:data-starting-style:translate-x-8 rtl:tablet:data-ending-style:-translate-x-8 rtl:tablet:data-starting-style:-translate-x-8',
  'data-ending-style:opacity-0 data-starting-style:opacity-0',
);

/** A panel at the end edge; a sheet from below on phones. */
export function Drawer(props: DrawerProps) {
  const { title, description, trigger, open, onOpenChange, children, footer, modal = true, wide } = props;
  const { container } = useSurroundings();
  const whole = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      modal={modal}
      disablePointerDismissal={!modal}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal container={container}>
        {modal && <Base.Backdrop className={clsx(veilClass, 'z-veil')} />}
        <Base.Popup
          ref={whole}
          initialFocus={modal ? () => firstField(whole.current) : undefined}
          className={clsx(panel, modal ? 'z-dialog' : 'z-panel', wide ? 'tablet:w-[40rem]' : 'tablet:w-96')}
        >
          <PanelHead title={title} description={description} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer && (
            <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-5 py-3">
              {footer}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
