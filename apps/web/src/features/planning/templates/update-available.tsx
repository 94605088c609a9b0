'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { getTemplateUpdate } from '@k12/contracts/planning/templates';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const UpdateDialog = dynamic(
  loaded(() => import('./update-dialog.tsx').then((module) => module.UpdateDialog)),
  { loading: nothingYet },
);

/** The template, or the unit this one was copied from, has a newer version; nothing is taken by itself (PLN-68). */
export function UpdateAvailable({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-templates.update');
  const [isOpen, setOpen] = useState(false);
  const hasOrigin = unit.template_version_id !== null || unit.source_version_id !== null;
  const asks = hasOrigin && unit.can.update;
  const update = useApi(getTemplateUpdate, asks ? { params: { id: unit.id }, query: {} } : null);
  if (!update.data?.update_available) return null;
  const { offers, from_version_number: from, origin_title: title } = update.data;
  return (
    <div className="mb-4">
      <Banner
        tone="info"
        title={t('title', { title })}
        actions={
          <Button size="small" onClick={() => setOpen(true)}>
            {t('look')}
          </Button>
        }
      >
        {t('summary', { count: offers.length, from })}
      </Banner>
      {isOpen && <UpdateDialog unitId={unit.id} update={update.data} onClose={() => setOpen(false)} />}
    </div>
  );
}
