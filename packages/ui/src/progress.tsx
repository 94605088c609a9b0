import clsx from 'clsx';

export type ProgressProps = {
  label: string;
  /** From 0 to max; leave out when the length is unknown. */
  value?: number | undefined;
  max?: number | undefined;
  /** In words, such as "41 of 56 handed in"; shown beside the label. */
  valueText?: string | undefined;
  hideLabel?: boolean | undefined;
  /** Chalk for the progress of the moment. */
  tone?: 'board' | 'chalk' | undefined;
};

export function Progress({ label, value, max = 100, valueText, hideLabel, tone = 'board' }: ProgressProps) {
  const share = value === undefined ? 1 : Math.min(1, Math.max(0, value / max));
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {!hideLabel && (
        <div aria-hidden className="flex justify-between gap-3 text-small">
          <span className="text-ink-2">{label}</span>
          {valueText && <span className="text-ink-3 tabular-nums">{valueText}</span>}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        className="h-1.5 overflow-hidden rounded-full bg-sunken forced-colors:border"
      >
        <div
          className={clsx(
            'paint h-full rounded-full transition-[width] duration-slow',
            tone === 'board' ? 'bg-board' : 'bg-chalk',
            value === undefined && 'animate-breathe',
          )}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
