'use client';
import { useTranslations } from 'next-intl';
import { useSession } from '@/lib/session-context.tsx';

export const wholeDistrict = 'district';

/** Whose a framework or a standard can be: the district's where the right reaches so far, or a school's (PLN-82). */
export function useOwners(verb: 'standards.create' | 'standards.import') {
  const t = useTranslations('planning-standards.framework-form');
  const { me } = useSession();
  const district = me.capabilities[verb]?.includes('tenant')
    ? [{ value: wholeDistrict, label: t('district') }]
    : [];
  return [...district, ...me.schools.map(({ id, name }) => ({ value: id, label: name }))];
}
