'use client';
import type { PackageCounts, PackageImport } from '@k12/contracts/planning/plan-packages';
import { Banner } from '@k12/ui/banner';
import { useTranslations } from 'next-intl';

const shownProblems = 50;
const counted: readonly (keyof PackageCounts)[] = [
  'units',
  'lessons',
  'documents',
  'versions',
  'resources',
  'pictures',
  'frameworks_added',
  'frameworks_found',
  'packs_added',
  'alignments',
  'alignments_unlinked',
];

/** What the package holds and every fault of it, each with its place. */
export function PackagePreview({ read }: { read: PackageImport }) {
  const t = useTranslations('planning-packages');
  const { counts, problems, errors_count } = read;
  const shown = counted.filter((name) => counts && counts[name] > 0);
  return (
    <div role="status" className="grid gap-4">
      <h3 dir="auto" className="font-semibold [overflow-wrap:anywhere]">
        {read.title ?? read.file_name}
      </h3>
      <Banner tone={read.state === 'applied' ? 'ok' : errors_count > 0 ? 'bad' : 'info'}>
        {read.state === 'applied'
          ? t('in.applied', { count: read.plan_ids.length })
          : errors_count > 0
            ? t('in.faults', { count: errors_count })
            : t('in.fine')}
      </Banner>
      {counts && shown.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
          {shown.map((name) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{t(`counts.${name}`)}</dt>
              <dd className="tabular-nums">{counts[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {problems.length > 0 && (
        <ul aria-label={t('in.problems')} className="divide-y divide-line border-line border-y text-small">
          {problems.slice(0, shownProblems).map((problem, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand in one place twice
            <li key={at} className="grid gap-0.5 py-2">
              <span>
                <strong>{t(`severities.${problem.severity}`)}</strong> {problem.detail}
              </span>
              {problem.place && (
                <code dir="ltr" className="text-ink-3 text-mini [overflow-wrap:anywhere]">
                  {problem.place}
                </code>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
