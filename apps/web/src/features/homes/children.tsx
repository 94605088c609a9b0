'use client';
import { listGuardianLinks } from '@k12/contracts/identity/guardian-links';
import { useTranslations } from 'next-intl';
import { RedeemCode } from '@/features/identity/guardians/redeem-code.tsx';
import { useApi } from '@/lib/api/hooks.ts';
import { Region } from '@/shell/region.tsx';
import { ChildCard } from './child-card.tsx';

/** The children a guardian is linked to now, each with what is due and how it goes (UXP-126). */
export function Children() {
  const t = useTranslations('homes');
  const links = useApi(listGuardianLinks, { query: { state: 'active' } });
  return (
    <Region title={t('children')} reply={links} action={<RedeemCode />}>
      {({ data }) => {
        if (data.length === 0) return <p className="text-ink-2">{t('childrenNone')}</p>;
        return (
          <ul aria-label={t('children')} className="grid gap-6">
            {data.map(({ student_id, student_name }) => (
              <ChildCard key={student_id} id={student_id} name={student_name} />
            ))}
          </ul>
        );
      }}
    </Region>
  );
}
