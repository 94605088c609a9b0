'use client';
import { listResourceVersions } from '@k12/contracts/planning/resources';
import { Badge } from '@k12/ui/badge';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { Ago } from '../ago.tsx';
import { contentOf, useSize } from './resource-words.ts';

/** Every content the file had, each still to be saved. */
export function VersionList({ id }: { id: string }) {
  const t = useTranslations('planning-resources.versions');
  const size = useSize();
  const versions = useApi(listResourceVersions, { params: { id } });
  return (
    <ol className="divide-y divide-line rounded-card border border-line bg-raised">
      {(versions.data?.data ?? []).map((version) => (
        <li key={version.id} className="flex items-center gap-3 px-3 py-2 text-small">
          <span className="w-7 shrink-0 font-semibold text-ink-2 tabular-nums">
            v{version.version_number}
          </span>
          <div className="min-w-0 flex-1">
            <a
              href={contentOf(id, version.id)}
              download=""
              className="block truncate font-medium hover:underline"
            >
              <bdi>{version.name}</bdi>
            </a>
            <span className="text-ink-3">
              {size(version.size_bytes)} · <bdi>{version.created_by.display_name}</bdi> ·{' '}
              <Ago at={version.created_at} />
            </span>
          </div>
          {version.is_current && <Badge tone="ok">{t('current')}</Badge>}
        </li>
      ))}
    </ol>
  );
}
