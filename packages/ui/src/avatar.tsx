'use client';
import clsx from 'clsx';
import { useState } from 'react';
import { useSavesData } from './saves-data.tsx';

export type AvatarProps = {
  name: string;
  src?: string | undefined;
  size?: 'small' | 'medium' | 'large' | 'largest' | undefined;
  /** Set when the name is not written beside it. */
  named?: boolean | undefined;
};

const sizes = {
  small: 'size-6 text-mini',
  medium: 'size-8 text-mini',
  large: 'size-11 text-body',
  largest: 'size-18 text-heading',
} as const;

const pixels = { small: 24, medium: 32, large: 44, largest: 72 } as const;

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Initials until there is a photo, and where it does not come. They are drawn, not written: they are nobody's name. */
export function Avatar({ name, src, size = 'medium', named }: AvatarProps) {
  const savesData = useSavesData();
  const [missing, setMissing] = useState<string>();
  const photo = savesData || src === missing ? undefined : src;
  return (
    <span
      {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
      data-initials={initials(name)}
      className={clsx(
        'relative inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full bg-board-tint font-semibold text-board before:content-[attr(data-initials)]',
        sizes[size],
      )}
    >
      {photo && (
        <img
          src={photo}
          alt=""
          width={pixels[size]}
          height={pixels[size]}
          loading="lazy"
          decoding="async"
          onError={() => setMissing(photo)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}
