'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { IconButton } from '@k12/ui/icon-button';
import { UserRoundPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import type { SharedKind } from './shared-with.tsx';

const ShareDialog = dynamic(
  loaded(() => import('./share-dialog.tsx').then((module) => module.ShareDialog)),
  { loading: nothingYet },
);

interface Props {
  kind: SharedKind;
  plan: { id: string; title: string };
  unit?: UnitPlan;
}

export function ShareButton(props: Props) {
  const t = useTranslations('planning-sharing');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t('share')} icon={<UserRoundPlus aria-hidden />} onClick={() => setOpen(true)} />
      {isOpen && <ShareDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
