'use client';
import { LinkButton } from '@k12/ui/link-button';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

export type Viewer = 'student' | 'guardian';

interface Props {
  name: string;
  viewer: Viewer;
  onViewer: (viewer: Viewer) => void;
  /** Where one came from. */
  exit: string;
}

const minutes = 15;

/** Says with whose eyes one looks, until when, and lets one stop; it stays in sight and cannot be hidden (UXP-11). */
export function FamilyBar({ name, viewer, onViewer, exit }: Props) {
  const t = useTranslations('teaching-panel');
  const format = useFormatter();
  const router = useRouter();
  const [endsAt] = useState(() => Date.now() + minutes * 60_000);
  useEffect(() => {
    const timer = setTimeout(() => router.replace(exit), endsAt - Date.now());
    return () => clearTimeout(timer);
  }, [endsAt, exit, router]);
  const time = format.dateTime(new Date(endsAt), { hour: 'numeric', minute: 'numeric' });
  return (
    <div
      role="status"
      className="sticky top-0 z-bar mb-6 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 bg-chalk px-4 py-1.5 text-[#1d2320]"
    >
      {/* The server's clock is a little before the browser's. */}
      <span suppressHydrationWarning className="font-semibold">
        {t(`seeingAs.${viewer}`, { name, time })}
      </span>
      <SegmentedControl
        label={t('who')}
        value={viewer}
        onValueChange={(next) => onViewer(next === 'guardian' ? 'guardian' : 'student')}
        options={[
          { value: 'student', label: t('student') },
          { value: 'guardian', label: t('guardian') },
        ]}
      />
      <LinkButton size="small" href={exit}>
        {t('exit')}
      </LinkButton>
    </div>
  );
}
