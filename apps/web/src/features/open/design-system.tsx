'use client';
import dynamic from 'next/dynamic';
import { loaded } from '@/lib/loaded-part.tsx';

/** Every component at once is much; the page stands first and they follow (UXP-107). */
export const DesignSystem = dynamic(
  loaded(() => import('@k12/ui/docs/design-system-docs').then((module) => module.DesignSystemDocs)),
  { ssr: false },
);
