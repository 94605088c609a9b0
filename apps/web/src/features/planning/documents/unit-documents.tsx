'use client';
import { listDocumentsOfUnit } from '@k12/contracts/planning/document-links';
import { FileStack } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';

/** The curriculum documents that name this unit (PLN-17). */
export function UnitDocuments({ unitId }: { unitId: string }) {
  const t = useTranslations('planning-documents');
  const { data } = useApi(listDocumentsOfUnit, { params: { id: unitId } });
  if (!data || data.data.length === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-3">
      <FileStack size={16} aria-hidden />
      <span>{t('partOf')}</span>
      {data.data.map(({ id, plan }) => (
        <AppLink
          key={id}
          href={paths.planDocument(plan.id)}
          className="text-ink underline decoration-line-strong underline-offset-3"
        >
          <bdi>{plan.title}</bdi>
        </AppLink>
      ))}
    </p>
  );
}
