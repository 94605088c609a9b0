'use client';
import { Avatar as Base } from '@base-ui/react/avatar';
import clsx from 'clsx';
import { useSavesData } from './saves-data.tsx';

export type AvatarProps = {
  name: string;
  src?: string | undefined;
  size?: 'small' | 'medium' | 'large' | undefined;
  /** Set when the name is not written beside it. */
  named?: boolean | undefined;
};

const sizes = {
  small: 'size-6 text-mini',
  medium: 'size-8 text-mini',
  large: 'size-11 text-body',
} as const;

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

export function Avatar({ name, src, size = 'medium', named }: AvatarProps) {
  const savesData = useSavesData();
  return (
    <Base.Root
      role={named ? 'img' : undefined}
      aria-label={named ? name : undefined}
      aria-hidden={named ? undefined : true}
      className={clsx(
        'inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full bg-board-tint font-semibold text-board',
        sizes[size],
      )}
    >
      {src && !savesData && <Base.Image src={src} alt="" className="size-full object-cover" />}
      <Base.Fallback>{initials(name)}</Base.Fallback>
    </Base.Root>
  );
}
