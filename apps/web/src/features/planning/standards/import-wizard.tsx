'use client';
import type { StandardFramework } from '@k12/contracts/planning/standard-frameworks';
import {
  applyImport,
  cancelImport,
  createImport,
  getImport,
  type StandardImport,
} from '@k12/contracts/planning/standard-imports';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Card } from '@k12/ui/card';
import { FileDrop } from '@k12/ui/file-drop';
import { LinkButton } from '@k12/ui/link-button';
import { Progress } from '@k12/ui/progress';
import { SelectField } from '@k12/ui/select-field';
import { Stepper } from '@k12/ui/stepper';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { isKeyOf } from '@/lib/api/keys.ts';
import { uploadTo } from '@/lib/api/upload.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useOwners, wholeDistrict } from './use-owners.ts';

const steps = ['file', 'preview', 'done'] as const;
const changedByImport = ['standard_imports.list', 'standard_frameworks.', 'standards.'];
const running = ['waiting', 'reading', 'applying'];

interface Props {
  /** Null before a file is chosen. */
  id: string | null;
  /** The framework that the file is a newer state of. */
  into: StandardFramework | undefined;
  onMove: (id: string | null) => void;
}

/** A file, what it would change, and only then the change: all good rows or nothing (PLN-76). */
export function ImportWizard({ id, into, onMove }: Props) {
  const t = useTranslations('planning-standards.import');
  return (
    <Card className="mt-5">
      {id === null ? (
        <>
          <Steps at="file" />
          <ChooseFile into={into} onMove={onMove} />
          <Button className="mt-3" variant="quiet" onClick={() => onMove(null)}>
            {t('close')}
          </Button>
        </>
      ) : (
        <Running id={id} onMove={onMove} />
      )}
    </Card>
  );
}

function Steps({ at }: { at: (typeof steps)[number] }) {
  const t = useTranslations('planning-standards.import');
  return (
    <div className="mb-4">
      <Stepper
        label={t('steps')}
        current={at}
        steps={steps.map((key) => ({ key, label: t(`step.${key}`) }))}
      />
    </div>
  );
}

function ChooseFile({ into, onMove }: Omit<Props, 'id'>) {
  const t = useTranslations('planning-standards.import');
  const owners = useOwners('standards.import');
  const attempt = useAttempt();
  const create = useChange(createImport);
  const [busy, setBusy] = useState(false);
  const [owner, setOwner] = useState(owners[0]?.value ?? wholeDistrict);
  const take = async ([file]: File[]) => {
    if (!file) return;
    setBusy(true);
    await attempt(async () => {
      const stored = await uploadTo('standards', file);
      const school = owner === wholeDistrict ? {} : { school_id: owner };
      const target = into ? { framework_id: into.id } : { ...school, ...nameFrom(file) };
      const made = await create({ body: { file_id: stored.id, ...target } });
      onMove(made.id);
    });
    setBusy(false);
  };
  return (
    <div className="grid max-w-document gap-4">
      {into && <p className="text-body text-ink-2">{t('into', { title: into.title })}</p>}
      {!into && owners.length > 1 && (
        <SelectField label={t('owner')} value={owner} options={owners} onValueChange={setOwner} />
      )}
      <FileDrop
        label={t('file')}
        hint={t('fileHint')}
        accept=".json,.csv,.tsv,.txt"
        disabled={busy}
        onFiles={(files) => void take(files)}
      />
    </div>
  );
}

/** A table does not say what it is called; a package does. */
function nameFrom({ name }: File): { title?: string } {
  const title = name.replace(/\.[^.]*$/, '').trim();
  return /\.json$/i.test(name) || title === '' ? {} : { title: title.slice(0, 300) };
}

function Running({ id, onMove }: { id: string; onMove: (id: string | null) => void }) {
  const reply = useApi(getImport, { params: { id } });
  const { mutate } = reply;
  const isRunning = running.includes(reply.data?.state ?? '');
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => document.hidden || void mutate(), 1_000);
    return () => clearInterval(timer);
  }, [isRunning, mutate]);
  useSettledWork(isRunning);
  return <RegionBody reply={reply}>{(row) => <State row={row} onMove={onMove} />}</RegionBody>;
}

/** What an import changed is there once its work is done, not when it was asked for. */
function useSettledWork(isRunning: boolean) {
  const { mutate } = useSWRConfig();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning)
      void mutate((key) => changedByImport.some((prefix) => isKeyOf(key, prefix)));
    wasRunning.current = isRunning;
  }, [isRunning, mutate]);
}

function State({ row, onMove }: { row: StandardImport; onMove: (id: string | null) => void }) {
  const t = useTranslations('planning-standards.import');
  const attempt = useAttempt();
  const apply = useChange(applyImport, ['standard_imports.']);
  const cancel = useChange(cancelImport, ['standard_imports.']);
  const isDone = row.state === 'applied';
  const all = row.total_count > 0 ? { value: row.done_count, max: row.total_count } : {};
  return (
    <>
      <Steps at={isDone ? 'done' : 'preview'} />
      <p className="mb-3 text-body font-semibold [overflow-wrap:anywhere]">{row.title ?? row.file_name}</p>
      {running.includes(row.state) && (
        <Progress
          label={t(`states.${row.state}`)}
          valueText={t('items', { count: row.done_count })}
          {...all}
        />
      )}
      {row.fault && (
        <Banner tone="bad" live>
          {row.fault}
        </Banner>
      )}
      {isDone && (
        <Banner
          tone="ok"
          live
          actions={
            row.framework_id && (
              <LinkButton size="small" href={paths.planStandards(row.framework_id)}>
                {t('open')}
              </LinkButton>
            )
          }
        >
          {t('applied')}
        </Banner>
      )}
      {row.columns && row.can.map && <ColumnMapping row={row} columns={row.columns} />}
      {row.counts && <ImportPreview row={row} counts={row.counts} onMove={onMove} />}
      <div className="mt-4 flex flex-wrap gap-2">
        {row.can.apply && (
          <Button variant="primary" onClick={() => void attempt(() => apply({ params: { id: row.id } }))}>
            {t('apply')}
          </Button>
        )}
        {row.can.cancel && (
          <Button
            onClick={async () => {
              if (await attempt(() => cancel({ params: { id: row.id } }), { done: t('cancelled') }))
                onMove(null);
            }}
          >
            {t('cancel')}
          </Button>
        )}
        {/* What is under way goes on by itself; what waits for an answer is applied or given up. */}
        {(row.state !== 'previewed' || !row.can.cancel) && (
          <Button onClick={() => onMove(null)}>{t('close')}</Button>
        )}
      </div>
    </>
  );
}
