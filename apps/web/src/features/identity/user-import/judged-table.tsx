'use client';
import { applyUserImport, getUserImportBadRows, type UserImport } from '@k12/contracts/identity/user-imports';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { LinkButton } from '@k12/ui/link-button';
import { Progress } from '@k12/ui/progress';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportRows } from './import-rows.tsx';
import { NextSteps } from './next-steps.tsx';

/** What a table would do or did: its columns, its rows, and the press that adds the good ones. */
export function JudgedTable({ table, onOther }: { table: UserImport; onOther: () => void }) {
  const t = useTranslations('people-import');
  return (
    <div className="grid gap-8">
      <p className="text-large font-semibold [overflow-wrap:anywhere]">
        <bdi>{table.file_name}</bdi>
      </p>
      <Outcome table={table} />
      <NextSteps table={table} />
      {table.state === 'previewed' && <ImportColumns table={table} />}
      <ImportRows table={table} />
      <div className="flex flex-wrap items-center gap-2 border-t border-line bg-paper py-3 laptop:sticky laptop:bottom-0">
        <Add table={table} />
        <ToCorrect table={table} />
        {table.state !== 'applying' && (
          <Button variant="quiet" onClick={onOther}>
            {t('other')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Outcome({ table: { state, counts } }: { table: UserImport }) {
  const t = useTranslations('people-import');
  if (state === 'previewed') return null;
  const done = counts.created + counts.failed;
  if (state === 'applying') {
    return (
      <Progress
        label={t('adding')}
        value={done}
        max={Math.max(1, done + counts.new)}
        valueText={t('addedOf', { done, all: done + counts.new })}
      />
    );
  }
  return (
    <Banner
      live
      tone={counts.failed > 0 ? 'warn' : 'ok'}
      actions={<LinkButton href={paths.adminUsers()}>{t('toPeople')}</LinkButton>}
    >
      {t('added', { count: counts.created })}
      {counts.failed > 0 && ` ${t('notAdded', { count: counts.failed })}`}
    </Banner>
  );
}

function Add({ table: { id, state, counts } }: { table: UserImport }) {
  const t = useTranslations('people-import');
  const attempt = useAttempt();
  const apply = useChange(applyUserImport, ['user_imports.', 'users.']);
  if (state !== 'previewed') return null;
  return (
    <Button
      variant="primary"
      disabled={counts.new === 0}
      onClick={() => void attempt(() => apply({ params: { id } }))}
    >
      {t('add', { count: counts.new })}
    </Button>
  );
}

/** The rows that are left out, with what is wrong, as a file to correct and choose again. */
function ToCorrect({ table: { id, state, counts } }: { table: UserImport }) {
  const t = useTranslations('people-import');
  const count = counts.bad + counts.failed;
  if (count === 0 || state === 'applying') return null;
  return (
    <LinkButton
      href={`/api/v1${getUserImportBadRows.path.replace('{id}', id)}`}
      icon={<Download aria-hidden />}
    >
      {t('toCorrect', { count })}
    </LinkButton>
  );
}
