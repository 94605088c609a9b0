'use client';
import {
  createPlanSetExport,
  getPlanSetExport,
  type PlanSet,
  type PlanSetExport,
  type PlanSetFormat,
} from '@k12/contracts/planning/plan-packages';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Progress } from '@k12/ui/progress';
import { RadioGroup } from '@k12/ui/radio-group';
import { TextField } from '@k12/ui/text-field';
import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { untilSettled } from './until-settled.ts';

const formats: readonly PlanSetFormat[] = ['package', 'pdf', 'pdf_files'];

/** What of the curriculum, as what; the file comes when it is ready (PLN-169). */
export function TakeOut() {
  const t = useTranslations('planning-packages');
  const [subject, setSubject] = useState('');
  const [format, setFormat] = useState<PlanSetFormat>('package');
  const work = useSetExport();
  const words = subject.trim();
  return (
    <section aria-labelledby="take-out" className="grid content-start gap-4">
      <h2 id="take-out" className="font-serif text-heading font-semibold">
        {t('out.title')}
      </h2>
      <p className="text-ink-2">{t('out.text')}</p>
      <TextField
        label={t('out.subject')}
        hint={t('out.subjectHint')}
        value={subject}
        maxLength={80}
        dir="auto"
        autoComplete="off"
        onChange={(event) => setSubject(event.target.value)}
      />
      <RadioGroup
        label={t('out.format')}
        value={format}
        onValueChange={(value) => setFormat(value as PlanSetFormat)}
        options={formats.map((value) => ({
          value,
          label: t(`formats.${value}`),
          hint: t(`formatTexts.${value}`),
        }))}
      />
      <div>
        <Button
          variant="primary"
          icon={<Download size={16} aria-hidden />}
          loading={work.isBusy}
          onClick={() => void work.take({ of: 'department', ...(words ? { subject: words } : {}) }, format)}
        >
          {t('out.action')}
        </Button>
      </div>
      {work.now && <Outcome made={work.now} />}
    </section>
  );
}

function Outcome({ made }: { made: PlanSetExport }) {
  const t = useTranslations('planning-packages');
  if (made.state === 'failed') return <Banner tone="bad">{t('out.failed')}</Banner>;
  if (made.state !== 'ready')
    return (
      <Progress
        label={t('out.working')}
        value={made.done_count}
        max={made.total_count}
        valueText={t('out.done', { done: made.done_count, total: made.total_count })}
      />
    );
  return (
    <div role="status" className="grid gap-3">
      <p>{t('out.ready', { count: made.plans_count })}</p>
      {made.left_out.length > 0 && (
        <Banner tone="info">{t('out.leftOut', { count: made.left_out.length })}</Banner>
      )}
    </div>
  );
}

/** Asks for the file, tells how far it is, and hands it to the browser. */
export function useSetExport() {
  const locale = useLocale();
  const attempt = useAttempt();
  const [now, setNow] = useState<PlanSetExport | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async (set: PlanSet, format: PlanSetFormat) => {
    setBusy(true);
    setNow(null);
    await attempt(async () => {
      const options = ['en', 'es', 'fr', 'ar'].includes(locale) ? { locale: locale as 'en' } : {};
      const { id } = await callApi(createPlanSetExport, { body: { format, set, options } });
      const done = await untilSettled(
        () => callApi(getPlanSetExport, { params: { id } }),
        ({ state }) => state === 'waiting' || state === 'running',
        setNow,
      );
      if (done.state === 'ready') window.location.assign(`/api/v1/plan_set_exports/${id}/file`);
    });
    setBusy(false);
  };
  return { take, now, isBusy };
}
