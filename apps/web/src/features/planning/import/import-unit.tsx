'use client';
import {
  createPlanImport,
  type PlanImportPreview,
  previewPlanImport,
} from '@k12/contracts/planning/plan-imports';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FileDrop } from '@k12/ui/file-drop';
import { Spinner } from '@k12/ui/spinner';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { uploadTo } from '@/lib/api/upload.ts';
import { paths } from '@/lib/paths.ts';
import { useChosenPack } from '../library/use-chosen-pack.ts';
import { ImportParts } from './import-parts.tsx';

/** A file, which of its headings is which section, and only then a unit (PLN-25). */
export function ImportUnit({ onClose }: { onClose: () => void }) {
  const t = useTranslations('planning-library.import');
  const tc = useTranslations('common');
  const step = useImport();
  const { read } = step;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={read ? t('check') : t('text')}
      size={read ? 'large' : 'medium'}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          {read && (
            <Button
              variant="primary"
              loading={step.isBusy}
              disabled={step.title.trim() === ''}
              onClick={() => void step.create()}
            >
              {t('make')}
            </Button>
          )}
        </>
      }
    >
      {read ? (
        <ImportParts
          read={read}
          title={step.title}
          onTitle={step.setTitle}
          targets={step.targets}
          onTarget={step.aim}
          packs={step.packs}
        />
      ) : (
        <>
          <FileDrop
            label={t('file')}
            hint={t('fileHint')}
            accept=".docx,.md,.markdown,.txt"
            disabled={step.isBusy}
            onFiles={([file]) => file && void step.take(file)}
          />
          {step.isBusy && <Spinner label={t('reading')} />}
        </>
      )}
    </Dialog>
  );
}

function useImport() {
  const router = useRouter();
  const attempt = useAttempt();
  const packs = useChosenPack();
  const change = useChange(createPlanImport, ['unit_plans.']);
  const [fileId, setFileId] = useState<string | null>(null);
  const [read, setRead] = useState<PlanImportPreview | null>(null);
  const [title, setTitle] = useState('');
  const [targets, setTargets] = useState<Record<string, string | null>>({});
  const [isBusy, setBusy] = useState(false);
  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    await attempt(work);
    setBusy(false);
  };
  const show = (reply: PlanImportPreview) => {
    setRead(reply);
    setTargets(Object.fromEntries(reply.parts.map(({ number, section_key }) => [number, section_key])));
  };
  const take = (file: File) =>
    busily(async () => {
      const { id } = await uploadTo('resource', file);
      const reply = await callApi(previewPlanImport, { body: { file_id: id } });
      setFileId(id);
      setTitle(reply.title ?? file.name.replace(/\.\w+$/, ''));
      show(reply);
    });
  const choosePack = (pack_key: string, pack_version: number) =>
    busily(async () => {
      if (!fileId) return;
      show(await callApi(previewPlanImport, { body: { file_id: fileId, pack_key, pack_version } }));
    });
  const create = () =>
    busily(async () => {
      if (!fileId || !read) return;
      const { pack_key, pack_version } = read;
      const body = { file_id: fileId, title: title.trim(), pack_key, pack_version, targets };
      const unit = await change({ body });
      router.push(paths.planUnit(unit.id));
    });
  const aim = (number: number, section: string | null) =>
    setTargets((before) => ({ ...before, [number]: section }));
  return {
    read,
    title,
    setTitle,
    targets,
    aim,
    take,
    create,
    isBusy,
    packs: { offered: packs.packs, choose: choosePack },
  };
}
