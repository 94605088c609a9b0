'use client';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useSession } from '@/lib/session-context.tsx';
import { BringIn } from './bring-in.tsx';
import { TakeOut } from './take-out.tsx';

/** A department's curriculum as one file: out, and in again anywhere (PLN-189). */
export function PackagesScreen() {
  const t = useTranslations('planning-packages');
  const { me } = useSession();
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <div className="mt-6 grid max-w-page gap-10 laptop:grid-cols-2">
        <TakeOut />
        {'unit_plans.create' in me.capabilities && <BringIn />}
      </div>
    </>
  );
}
