'use client';
import { getPrintedPlan, type PrintedPlan } from '@k12/contracts/planning/exports';
import { getUnitPlan } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { PrintLayout } from '@k12/ui/print-layout';
import { SelectField } from '@k12/ui/select-field';
import { Printer } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useCrumbAbove } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { papers, readPrintView, sizes } from './print-view.ts';
import { PictureAddress, type PrintedBlock, PrintedBlocks } from './printed-blocks.tsx';

/** A plan as it comes out of the printer, with the choices above it; the bar stays off the paper (PLN-170). */
export function PrintScreen({ planId, unitId }: { planId: string; unitId: string }) {
  const params = useSearchParams();
  const { locale } = useSession();
  const query = useMemo(() => readPrintView(Object.fromEntries(params), locale), [params, locale]);
  const printed = useApi(getPrintedPlan, { params: { id: planId }, query });
  const unit = useApi(getUnitPlan, { params: { id: unitId } });
  useCrumbAbove(unit.data?.title, paths.planUnit(unitId));
  const addressOf = useCallback((path: string) => `/api/v1/plan_prints/${planId}${path}`, [planId]);
  return (
    <div className="px-4 py-5 tablet:px-8 print:p-0">
      <Options planId={planId} />
      <RegionBody reply={printed}>
        {(plan) => (
          <PictureAddress.Provider value={addressOf}>
            <Sheet plan={plan as PrintedPlan} look={query} />
          </PictureAddress.Provider>
        )}
      </RegionBody>
    </div>
  );
}

interface SheetProps {
  plan: PrintedPlan;
  look: ReturnType<typeof readPrintView>;
}

/** The browser's own print follows the same choices as the file. */
function Sheet({ plan, look: { paper, font_percent, black_and_white } }: SheetProps) {
  return (
    <div
      lang={plan.language}
      dir={plan.direction}
      style={font_percent ? { zoom: font_percent / 100 } : undefined}
      className={black_and_white === 'true' ? 'grayscale' : undefined}
    >
      {paper && <style>{`@page { size: ${paper === 'a4' ? 'A4' : 'letter'}; }`}</style>}
      <PrintLayout
        title={plan.title}
        from={[plan.school_name, plan.subtitle].filter(Boolean).join(' · ')}
        details={plan.facts}
        footer={plan.footer}
      >
        <PrintedBlocks blocks={plan.blocks as unknown as PrintedBlock[]} />
      </PrintLayout>
    </div>
  );
}

function Options({ planId }: { planId: string }) {
  const t = useTranslations('planning-print');
  const { read, write } = useAddress();
  const tick = (name: string, otherwise: boolean) => ({
    checked: (read(name) || String(otherwise)) === 'true',
    onCheckedChange: (checked: boolean) => write({ [name]: checked === otherwise ? null : String(checked) }),
  });
  return (
    <section
      data-screen-only
      aria-label={t('options')}
      className="mx-auto mb-5 flex max-w-document flex-wrap items-end gap-x-5 gap-y-3"
    >
      <SelectField
        label={t('standards')}
        value={read('standards') || 'full'}
        onValueChange={(value) => write({ standards: value === 'full' ? null : value })}
        options={(['full', 'codes', 'none'] as const).map((value) => ({
          value,
          label: t(`standardsAs.${value}`),
        }))}
      />
      <SelectField
        label={t('paper')}
        value={read('paper') || 'a4'}
        onValueChange={(value) => write({ paper: value === 'a4' ? null : value })}
        options={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
      />
      <SelectField
        label={t('size')}
        value={read('font_percent') || '100'}
        onValueChange={(value) => write({ font_percent: value === '100' ? null : value })}
        options={sizes.map((value) => ({ value, label: t('percent', { share: Number(value) / 100 }) }))}
      />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Checkbox label={t('lessons')} {...tick('lessons', true)} />
        <Checkbox label={t('resources')} {...tick('resources', true)} />
        <Checkbox label={t('studentCopy')} {...tick('student_copy', false)} />
        <Checkbox label={t('blackAndWhite')} {...tick('black_and_white', false)} />
      </div>
      <div className="ms-auto flex flex-wrap gap-2">
        <ExportButtons planId={planId} />
        <Button variant="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
    </section>
  );
}
