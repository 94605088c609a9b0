'use client';
import { savesData } from '@k12/ui/saves-data';
import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

type Props = Omit<ComponentProps<typeof NextLink>, 'prefetch'>;

/** Loads ahead when somebody is about to go there, not for every link that is on the page, and never where data is dear (UXP-45, UXP-113). */
export function AppLink(props: Props) {
  const [isNear, setNear] = useState(false);
  const approach = () => {
    if (!savesData()) setNear(true);
  };
  return (
    <NextLink
      {...props}
      prefetch={isNear ? null : false}
      onMouseEnter={(event) => {
        approach();
        props.onMouseEnter?.(event);
      }}
      onFocus={(event) => {
        approach();
        props.onFocus?.(event);
      }}
      onTouchStart={(event) => {
        approach();
        props.onTouchStart?.(event);
      }}
    />
  );
}
