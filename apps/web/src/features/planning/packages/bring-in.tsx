'use client';
import {
  applyPackageImport,
  createPackageImport,
  getPackageImport,
  type PackageImport,
} from '@k12/contracts/planning/plan-packages';
import { Button } from '@k12/ui/button';
import { FileDrop } from '@k12/ui/file-drop';
import { LinkButton } from '@k12/ui/link-button';
import { SelectField } from '@k12/ui/select-field';
import { Spinner } from '@k12/ui/spinner';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { uploadTo } from '@/lib/api/upload.ts';
import { paths } from '@/lib/paths.ts';
import { PackagePreview } from './package-preview.tsx';
import { untilSettled } from './until-settled.ts';

type Home = 'personal' | 'school';

/** A file, what it would bring and what is wrong with it, and only then plans: all of them or none. */
export function BringIn() {
  const t = useTranslations('planning-packages');
  const [home, setHome] = useState<Home>('personal');
  const step = usePackageImport(home);
  return (
    <section aria-labelledby="bring-in" className="grid content-start gap-4">
      <h2 id="bring-in" className="font-serif text-heading font-semibold">
        {t('in.title')}
      </h2>
      <p className="text-ink-2">{t('in.text')}</p>
      <SelectField
        label={t('in.home')}
        value={home}
        onValueChange={(value) => setHome(value as Home)}
        options={(['personal', 'school'] as const).map((value) => ({ value, label: t(`homes.${value}`) }))}
      />
      <FileDrop
        label={t('in.file')}
        hint={t('in.fileHint')}
        accept=".zip"
        disabled={step.isBusy}
        onFiles={([file]) => file && void step.read(file)}
      />
      {step.isBusy && <Spinner label={t('in.working')} />}
      {step.now && !step.isBusy && (
        <>
          <PackagePreview read={step.now} />
          <div className="flex flex-wrap gap-2">
            {step.now.can.apply && (
              <Button variant="primary" onClick={() => void step.apply()}>
                {t('in.action')}
              </Button>
            )}
            {step.now.state === 'applied' && (
              <LinkButton variant="primary" href={paths.planUnits()}>
                {t('in.open')}
              </LinkButton>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function usePackageImport(home: Home) {
  const attempt = useAttempt();
  const change = useChange(applyPackageImport, ['unit_plans.', 'lesson_plans.']);
  const [now, setNow] = useState<PackageImport | null>(null);
  const [isBusy, setBusy] = useState(false);
  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    await attempt(work);
    setBusy(false);
  };
  const settled = (id: string) =>
    untilSettled(
      () => callApi(getPackageImport, { params: { id } }),
      ({ state }) => state === 'waiting' || state === 'reading' || state === 'applying',
      setNow,
    );
  const read = (file: File) =>
    busily(async () => {
      setNow(null);
      const { id: file_id } = await uploadTo('curriculum', file);
      const { id } = await callApi(createPackageImport, { body: { file_id, home } });
      await settled(id);
    });
  const apply = () =>
    busily(async () => {
      if (!now) return;
      await change({ params: { id: now.id } });
      await settled(now.id);
    });
  return { read, apply, now, isBusy };
}
