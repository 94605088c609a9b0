'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { useSavesData } from '@k12/ui/saves-data';
import { useTranslations } from 'next-intl';
import { carry } from './carried.ts';
import { FormatIcon } from './format-icon.tsx';
import { HealthBadge } from './health-badge.tsx';
import { contentOf, useResourceLine } from './resource-words.ts';

interface Props {
  resources: readonly Resource[];
  onOpen: (resource: Resource) => void;
}

/** Pictures are known by sight, the others by their kind. */
export function ResourceCards({ resources, onOpen }: Props) {
  const t = useTranslations('planning-resources');
  const line = useResourceLine();
  const savesData = useSavesData();
  return (
    <ul className="grid grid-cols-2 gap-3 tablet:grid-cols-3 wide:grid-cols-4">
      {resources.map((resource) => (
        <li
          key={resource.id}
          draggable={resource.can.update}
          onDragStart={(event) => carry(event, [resource.id])}
          className="relative flex flex-col gap-2 overflow-hidden rounded-card border border-line bg-raised p-2.5 hover:border-line-strong"
        >
          {resource.format === 'image' && !savesData ? (
            // biome-ignore lint/performance/noImgElement: core has the picture, there is no optimiser to ask
            <img
              src={contentOf(resource.id)}
              alt=""
              loading="lazy"
              className="h-24 w-full rounded-control bg-sunken object-cover"
            />
          ) : (
            <FormatIcon format={resource.format} size="large" />
          )}
          <div className="px-1 pb-1">
            <button
              type="button"
              onClick={() => onOpen(resource)}
              className="line-clamp-2 text-start font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
            >
              <bdi>{resource.title}</bdi>
            </button>
            <p className="mt-0.5 text-small text-ink-3">{line(resource)}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2 text-small text-ink-3">
              {resource.usage_count > 0 && <span>{t('used', { count: resource.usage_count })}</span>}
              <HealthBadge health={resource.health} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
