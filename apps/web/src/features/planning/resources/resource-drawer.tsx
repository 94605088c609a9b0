'use client';
import { getResource, getResourceUsage } from '@k12/contracts/planning/resources';
import { Drawer } from '@k12/ui/drawer';
import { Tag } from '@k12/ui/tag';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';
import { HealthBadge } from './health-badge.tsx';
import { ReplaceFile } from './replace-file.tsx';
import { ResourceActions } from './resource-actions.tsx';
import { ResourcePreview } from './resource-preview.tsx';
import { useResourceLine } from './resource-words.ts';
import { UsageList } from './usage-list.tsx';
import { VersionList } from './version-list.tsx';

interface Props {
  id: string;
  onClose: () => void;
}

/** One resource: a look at it, what is known, where it is used, and what it was before. */
export function ResourceDrawer({ id, onClose }: Props) {
  const t = useTranslations('planning-resources');
  const resource = useApi(getResource, { params: { id } });
  const usage = useApi(getResourceUsage, { params: { id } });
  const line = useResourceLine();
  const shown = resource.data?.id === id ? resource.data : undefined;
  return (
    <Drawer
      open
      modal={false}
      title={<bdi>{shown?.title ?? t('title')}</bdi>}
      description={shown && line(shown)}
      onOpenChange={(open) => !open && onClose()}
    >
      <RegionBody reply={{ ...resource, data: shown }}>
        {(found) => (
          <div className="grid gap-6 pb-6">
            <ResourcePreview resource={found} />
            <ResourceActions resource={found} onGone={onClose} />
            {found.description && (
              <p dir="auto" className="whitespace-pre-line text-large [overflow-wrap:anywhere]">
                {found.description}
              </p>
            )}
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 text-small">
              <Fact name={t('columns.visibility')}>{t(`visibility.${found.visibility}`)}</Fact>
              <Fact name={t('columns.owner')}>
                <bdi>{found.owner.display_name}</bdi>
              </Fact>
              <Fact name={t('columns.updated')}>
                <Ago at={found.updated_at} />
              </Fact>
              {found.kind === 'link' && (
                <Fact name={t('health.name')}>
                  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    {found.health === 'unreachable' || found.health === 'forbidden' ? (
                      <HealthBadge health={found.health} />
                    ) : (
                      t(`health.${found.health}`)
                    )}
                    {found.checked_at && (
                      <span className="text-ink-3">
                        <Ago at={found.checked_at} />
                      </span>
                    )}
                  </span>
                </Fact>
              )}
              {found.tags.length > 0 && (
                <Fact name={t('tags')}>
                  <span className="flex flex-wrap gap-1.5">
                    {found.tags.map((tag) => (
                      <Tag key={tag} label={tag} />
                    ))}
                  </span>
                </Fact>
              )}
            </dl>
            <Part title={t('usage.title')}>{usage.data && <UsageList usage={usage.data} />}</Part>
            {found.kind === 'file' && (
              <Part title={t('versions.title')} end={found.can.replace && <ReplaceFile resource={found} />}>
                <VersionList id={id} />
              </Part>
            )}
          </div>
        )}
      </RegionBody>
    </Drawer>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Part({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h3 className="text-small font-semibold text-ink-2">{title}</h3>
        {end}
      </div>
      {children}
    </section>
  );
}
