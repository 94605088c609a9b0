'use client';
import { PageHeader } from '@k12/ui/page-header';
import { Tabs } from '@k12/ui/tabs';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { Loading } from '@/shell/loading.tsx';
import { NowPart } from './now-part.tsx';
import { useLiveOperations } from './use-live-operations.ts';

const loading = () => <Loading onRetry={() => window.location.reload()} />;

const JobsPart = dynamic(
  loaded(() => import('../jobs/jobs-part.tsx').then((module) => module.JobsPart)),
  { loading },
);
const ErrorsPart = dynamic(
  loaded(() => import('../errors/errors-part.tsx').then((module) => module.ErrorsPart)),
  { loading },
);
const DatabasePart = dynamic(
  loaded(() => import('../database/database-part.tsx').then((module) => module.DatabasePart)),
  { loading },
);
const GlobalFlagsPart = dynamic(
  loaded(() => import('../feature-flags/global-flags-part.tsx').then((module) => module.GlobalFlagsPart)),
  { loading },
);

const parts = {
  now: NowPart,
  jobs: JobsPart,
  errors: ErrorsPart,
  database: DatabasePart,
  features: GlobalFlagsPart,
};
type Part = keyof typeof parts;

/** For those who run the installation: what is wrong now, then each thing that can be (OPS-105). */
export function OperationsScreen() {
  const t = useTranslations('operations');
  const { read, write } = useAddress();
  useLiveOperations();
  const names = Object.keys(parts) as Part[];
  const part = names.find((name) => name === read('part')) ?? 'now';
  const Shown = parts[part];
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Tabs
        className="mt-5"
        label={t('title')}
        value={part}
        // What is chosen within a part means nothing in another.
        onValueChange={(next) =>
          write({
            part: next === 'now' ? null : next,
            ...{ state: null, kind: null, queue: null, tenant_id: null, by: null },
          })
        }
        items={names.map((value) => ({
          value,
          label: t(`parts.${value}`),
          content: value === part && <Shown />,
        }))}
      />
    </>
  );
}
