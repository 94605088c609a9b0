import clsx from 'clsx';

export const popupClass =
  'pop-motion max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-card bg-raised p-1 text-body text-ink shadow-float outline-none';

export const itemClass = clsx(
  'flex min-h-8 w-full cursor-pointer select-none items-center gap-2.5 rounded-control px-2 text-start outline-none',
  'data-highlighted:bg-sunken data-disabled:cursor-not-allowed data-disabled:opacity-50 pointer-coarse:min-h-11 [&_svg]:text-ink-3',
  'forced-colors:data-highlighted:outline-2',
);
