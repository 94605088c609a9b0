'use client';
import { getUserImport, type UserImport } from '@k12/contracts/identity/user-imports';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { Stepper } from '@k12/ui/stepper';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ChooseTable } from './choose-table.tsx';
import { JudgedTable } from './judged-table.tsx';

const steps = ['file', 'check', 'done'] as const;
const looksEvery = 1_000;

/** A table of people: the file, what each row would do, and only then the people (UXP-38). The import is in the address. */
export function UserImportScreen() {
  const t = useTranslations('people-import');
  const { read, write } = useAddress();
  const id = read('import');
  const move = (next: string | null) => write({ import: next });
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={<LinkButton href={paths.adminUsers()}>{t('back')}</LinkButton>}
      />
      {id ? (
        <Opened id={id} onOther={() => move(null)} />
      ) : (
        <>
          <Steps at="file" />
          <ChooseTable onRead={move} />
        </>
      )}
    </>
  );
}

function Opened({ id, onOther }: { id: string; onOther: () => void }) {
  const reply = useApi(getUserImport, { params: { id } });
  const { mutate } = reply;
  const isRunning = reply.data?.state === 'applying';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => document.hidden || void mutate(), looksEvery);
    return () => clearInterval(timer);
  }, [isRunning, mutate]);
  return (
    <RegionBody reply={reply}>
      {(table: UserImport) => (
        <>
          <Steps at={table.state === 'applied' ? 'done' : 'check'} />
          <JudgedTable table={table} onOther={onOther} />
        </>
      )}
    </RegionBody>
  );
}

function Steps({ at }: { at: (typeof steps)[number] }) {
  const t = useTranslations('people-import');
  return (
    <div className="my-6">
      <Stepper
        label={t('steps')}
        current={at}
        steps={steps.map((key) => ({ key, label: t(`step.${key}`) }))}
      />
    </div>
  );
}
