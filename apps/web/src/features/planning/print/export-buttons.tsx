'use client';
import { createPlanExport, type ExportFormat, getPlanExport } from '@k12/contracts/planning/exports';
import { Button } from '@k12/ui/button';
import { Menu, MenuItem } from '@k12/ui/menu';
import { useToast } from '@k12/ui/toast';
import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';

const formats: readonly ExportFormat[] = ['pdf', 'docx', 'markdown', 'json'];
const looks = 120;

/** Takes the plan out as a file; the work goes on in the background and the file comes when it is ready (PLN-169). */
export function ExportButtons({ planId }: { planId: string }) {
  const t = useTranslations('planning-print');
  const locale = useLocale();
  const { read } = useAddress();
  const attempt = useAttempt();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const take = async (format: ExportFormat) => {
    setBusy(true);
    const options = {
      ...(['en', 'es', 'fr', 'ar'].includes(locale) ? { locale: locale as 'en' } : {}),
      lessons: read('lessons') !== 'false',
      student_copy: read('student_copy') === 'true',
      resources: read('resources') !== 'false',
      black_and_white: read('black_and_white') === 'true',
      standards: (read('standards') || 'full') as 'full',
      paper: (read('paper') || 'a4') as 'a4',
      font_percent: Number(read('font_percent')) || 100,
    };
    await attempt(async () => {
      const asked = await callApi(createPlanExport, { body: { plan_id: planId, format, options } });
      const done = await whenReady(asked.id);
      if (done.state === 'ready') window.location.assign(`/api/v1/plan_exports/${asked.id}/file`);
      else toast.show({ message: t('failed'), tone: 'bad' });
    });
    setBusy(false);
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button icon={<Download size={16} aria-hidden />} loading={busy}>
          {t('download')}
        </Button>
      }
    >
      {formats.map((format) => (
        <MenuItem key={format} onPress={() => void take(format)}>
          {t(`formats.${format}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

async function whenReady(id: string) {
  for (let look = 0; ; look++) {
    const now = await callApi(getPlanExport, { params: { id } });
    if ((now.state !== 'waiting' && now.state !== 'running') || look > looks) return now;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}
