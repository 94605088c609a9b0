'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { type ReactElement, type ReactNode, type RefObject, useRef } from 'react';
import { buttonClass } from './button-style.tsx';
import { useSurroundings } from './ui-provider.tsx';
import { useUiText } from './ui-text.tsx';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactElement | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children?: ReactNode;
  /** Buttons, the safe one first, the main one last. DialogClose wraps one that closes. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large' | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** For a decision that must not be dismissed by a stray press outside. */
  urgent?: boolean | undefined;
};

const widths = { small: 'max-w-sm', medium: 'max-w-lg', large: 'max-w-3xl' } as const;

const popup = clsx(
  'pop-motion fixed inset-x-4 top-1/2 z-dialog mx-auto flex max-h-[85dvh] -translate-y-1/2 flex-col rounded-dialog bg-paper text-ink shadow-float',
  'max-tablet:inset-x-0 max-tablet:top-auto max-tablet:bottom-0 max-tablet:max-w-none max-tablet:translate-y-0 max-tablet:rounded-b-none',
);

export const veilClass =
  'fixed inset-0 bg-veil transition-opacity duration-base data-ending-style:opacity-0 data-starting-style:opacity-0';

export function PanelHead({ title, description }: Pick<DialogProps, 'title' | 'description'>) {
  const text = useUiText();
  return (
    <div className="flex items-start gap-3 ps-5 pe-3 pt-4 pb-3">
      <div className="min-w-0 flex-1 pt-1">
        <Base.Title className="text-large font-semibold">{title}</Base.Title>
        {description && (
          <Base.Description className="mt-1 text-body text-ink-2">{description}</Base.Description>
        )}
      </div>
      {/* No tooltip here: it would take the first Escape for itself. */}
      <Base.Close
        aria-label={text.close}
        className={clsx(buttonClass({ variant: 'quiet' }), 'min-w-control px-0')}
      >
        <X aria-hidden />
      </Base.Close>
    </div>
  );
}

const writable = 'input:enabled:read-write, textarea:enabled:read-write';

/**
 * What a dialog or drawer asks for is written at once: the focus goes into its first control when that is a field to write in.
 * Not on touch screens, where the keyboard would jump up over what is to be read first.
 */
export function firstField(popup: HTMLElement | null) {
  if (window.matchMedia('(pointer: coarse)').matches) return null;
  const control = popup?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea');
  return control?.matches(writable) && !control.role ? control : null;
}

export function Dialog(props: DialogProps) {
  const {
    title,
    description,
    trigger,
    open,
    onOpenChange,
    children,
    footer,
    size = 'medium',
    initialFocus,
    urgent,
  } = props;
  const { container } = useSurroundings();
  const whole = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
      disablePointerDismissal={urgent ?? false}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal container={container}>
        {/* Before a drawer too: what is behind is never to be pressed, so it never looks as if it were. */}
        <Base.Backdrop forceRender className={clsx(veilClass, 'z-dialog')} />
        <Base.Popup
          ref={whole}
          initialFocus={initialFocus ?? (() => firstField(whole.current))}
          className={clsx(popup, widths[size])}
        >
          <PanelHead title={title} description={description} />
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>}
          {footer && (
            <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Wraps a button that closes the dialog or drawer it is in. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
