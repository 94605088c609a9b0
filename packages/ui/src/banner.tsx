'use client';
import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { useUiText } from './ui-text.tsx';

type BannerTone = 'info' | 'ok' | 'warn' | 'bad';

export type BannerProps = {
  tone?: BannerTone | undefined;
  title?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
  /** Announces it when it appears after something the person did. */
  live?: boolean | undefined;
};

const tints: Record<BannerTone, string> = {
  info: 'bg-info-tint [&>svg]:text-info',
  ok: 'bg-ok-tint [&>svg]:text-ok',
  warn: 'bg-warn-tint [&>svg]:text-warn',
  bad: 'bg-bad-tint [&>svg]:text-bad',
};

const icons: Record<BannerTone, ReactNode> = {
  info: <Info aria-hidden />,
  ok: <CircleCheck aria-hidden />,
  warn: <TriangleAlert aria-hidden />,
  bad: <CircleAlert aria-hidden />,
};

/** Stays until it is dealt with. Says what is so, what it means, and what can be done. */
export function Banner({ tone = 'info', title, children, actions, onDismiss, live }: BannerProps) {
  const text = useUiText();
  return (
    <div
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={clsx(
        'flex items-start gap-3 rounded-card py-2.5 ps-4 pe-2.5 text-body text-ink forced-colors:border [&>svg]:mt-1',
        tints[tone],
      )}
    >
      {icons[tone]}
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem] py-0.5">
          {title && <p className="font-semibold">{title}</p>}
          <div className="text-ink-2">{children}</div>
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {onDismiss && (
        <IconButton size="small" label={text.dismiss} icon={<X aria-hidden />} onClick={onDismiss} />
      )}
    </div>
  );
}
