'use client';
import type { AttachmentUpdate, ResourceAttachment } from '@k12/contracts/planning/resource-attachments';
import { listResourceVersions } from '@k12/contracts/planning/resources';
import { Badge } from '@k12/ui/badge';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { GraduationCap, MoreHorizontal, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { FormatIcon } from './format-icon.tsx';
import { HealthBadge } from './health-badge.tsx';
import { contentOf, useResourceLine } from './resource-words.ts';

interface Props {
  attachment: ResourceAttachment;
  mayEdit: boolean;
  onChange: (changes: AttachmentUpdate) => void;
  onRemove: () => void;
}

/** One attached file or link; what was deleted or is not for the viewer leaves its place (PLN-131). */
export function AttachedRow({ attachment, mayEdit, onChange, onRemove }: Props) {
  const t = useTranslations('planning-resources.attach');
  const line = useResourceLine();
  const [isCaptioning, setCaptioning] = useState(false);
  const { resource, title, state, caption, audience, pinned_version_id, pinned_version_number } = attachment;
  const name = title ?? t('closedTitle');
  return (
    <div className="flex min-h-row items-center gap-3 px-3.5 py-2">
      <FormatIcon format={resource?.format ?? 'text'} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {resource ? (
            <a
              href={resource.url ?? contentOf(resource.id, pinned_version_id ?? undefined)}
              {...(resource.url ? { target: '_blank', rel: 'noreferrer noopener' } : { download: '' })}
              className="min-w-0 font-medium [overflow-wrap:anywhere] hover:underline"
            >
              <bdi>{name}</bdi>
            </a>
          ) : (
            <span className="min-w-0 text-ink-3 [overflow-wrap:anywhere]">
              <bdi>{name}</bdi>
            </span>
          )}
          {state === 'removed' && <Badge tone="bad">{t('removed')}</Badge>}
          {resource && <HealthBadge health={resource.health} />}
          {audience === 'student' && <Badge tone="info">{t('forStudents')}</Badge>}
          {pinned_version_number !== null && <Badge>v{pinned_version_number}</Badge>}
        </p>
        {isCaptioning ? (
          <CaptionField
            caption={caption}
            onDone={(next) => {
              setCaptioning(false);
              if (next !== null && next !== caption) onChange({ caption: next });
            }}
          />
        ) : (
          <p className="text-small text-ink-3 [overflow-wrap:anywhere]">
            {caption ? (
              <bdi>{caption}</bdi>
            ) : resource ? (
              line(resource)
            ) : (
              t(state === 'removed' ? 'removedText' : 'closedText')
            )}
          </p>
        )}
      </div>
      {mayEdit && (
        <Menu
          align="end"
          trigger={<IconButton label={t('more', { title: name })} icon={<MoreHorizontal aria-hidden />} />}
        >
          <MenuItem icon={<Pencil aria-hidden />} onPress={() => setCaptioning(true)}>
            {t('caption')}
          </MenuItem>
          <MenuItem
            icon={<GraduationCap aria-hidden />}
            onPress={() => onChange({ audience: audience === 'student' ? 'teacher' : 'student' })}
          >
            {t(audience === 'student' ? 'teachersOnly' : 'alsoStudents')}
          </MenuItem>
          {pinned_version_id && (
            <MenuItem icon={<PinOff aria-hidden />} onPress={() => onChange({ pinned_version_id: null })}>
              {t('unpin')}
            </MenuItem>
          )}
          {!pinned_version_id && resource?.kind === 'file' && (
            <PinItem resourceId={resource.id} onPin={(id) => onChange({ pinned_version_id: id })} />
          )}
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 aria-hidden />} onPress={onRemove}>
            {t('remove')}
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}

/** What is shown today stays, whatever the file becomes (PLN-132). */
function PinItem({ resourceId, onPin }: { resourceId: string; onPin: (versionId: string) => void }) {
  const t = useTranslations('planning-resources.attach');
  const versions = useApi(listResourceVersions, { params: { id: resourceId } });
  const current = versions.data?.data.find(({ is_current }) => is_current);
  return (
    <MenuItem icon={<Pin aria-hidden />} disabled={!current} onPress={() => current && onPin(current.id)}>
      {t('pin')}
    </MenuItem>
  );
}

function CaptionField({ caption, onDone }: { caption: string; onDone: (caption: string | null) => void }) {
  const t = useTranslations('planning-resources.attach');
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it was asked for with a press
      autoFocus
      aria-label={t('caption')}
      placeholder={t('captionHint')}
      defaultValue={caption}
      maxLength={500}
      dir="auto"
      autoComplete="off"
      onBlur={(event) => onDone(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') onDone(null);
      }}
      className="min-h-7 w-full rounded-small bg-canvas px-1.5 text-small"
    />
  );
}
