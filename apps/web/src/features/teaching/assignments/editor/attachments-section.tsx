'use client';
import { Button } from '@k12/ui/button';
import { FolderSearch, Link2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AttachedRow } from '@/features/planning/resources/attached-row.tsx';
import { ChooseFiles } from '@/features/planning/resources/choose-files.tsx';
import { DropArea } from '@/features/planning/resources/drop-area.tsx';
import { UploadTray } from '@/features/planning/resources/upload-tray.tsx';
import { useAttachments } from '@/features/planning/resources/use-attachments.ts';
import { useUploads } from '@/features/planning/resources/use-uploads.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const ResourcePicker = dynamic(
  loaded(() =>
    import('@/features/planning/resources/resource-picker.tsx').then((module) => module.ResourcePicker),
  ),
  { loading: nothingYet },
);
const AddLink = dynamic(
  loaded(() => import('@/features/planning/resources/add-link.tsx').then((module) => module.AddLink)),
  { loading: nothingYet },
);

interface Props {
  assignmentId: string;
  disabled: boolean;
}

/** Files and links that lie beside the work; students get them with it (TCH-48). */
export function AttachmentsSection({ assignmentId, disabled }: Props) {
  const t = useTranslations('teaching-assignments.attachments');
  const attached = useAttachments({
    target_type: 'assignment',
    target_id: assignmentId,
    audience: 'student',
  });
  const uploads = useUploads({ onAdded: (resource) => void attached.add(resource) });
  const [asking, setAsking] = useState<'picker' | 'link' | null>(null);
  const shown = attached.attachments;
  const addFiles = (files: File[]) => void uploads.add(files);
  if (disabled && shown.length === 0) return null;
  return (
    <section aria-labelledby="assignment-attachments">
      <h2 id="assignment-attachments" className="mb-2 font-semibold text-ink-2 text-small">
        {t('title')}
      </h2>
      <DropArea hint={t('drop')} onFiles={addFiles}>
        {shown.length > 0 && (
          <ol className="mb-3 divide-y divide-line rounded-card border border-line bg-raised">
            {shown.map((attachment) => (
              <li key={attachment.id}>
                <AttachedRow
                  attachment={attachment}
                  mayEdit={!disabled}
                  onChange={(changes) => void attached.change(attachment.id, changes)}
                  onRemove={() => void attached.remove(attachment)}
                />
              </li>
            ))}
          </ol>
        )}
        <UploadTray {...uploads} />
        {!disabled && (
          <div className="flex flex-wrap gap-2">
            <ChooseFiles size="small" variant="secondary" onFiles={addFiles} />
            <Button size="small" icon={<Link2 aria-hidden />} onClick={() => setAsking('link')}>
              {t('link')}
            </Button>
            <Button size="small" icon={<FolderSearch aria-hidden />} onClick={() => setAsking('picker')}>
              {t('browse')}
            </Button>
          </div>
        )}
      </DropArea>
      {asking === 'picker' && (
        <ResourcePicker
          known={new Set(attached.attachments.map(({ resource_id }) => resource_id))}
          onClose={() => setAsking(null)}
          onPick={async (resources) => {
            setAsking(null);
            for (const resource of resources) await attached.add(resource);
          }}
        />
      )}
      {asking === 'link' && (
        <AddLink
          folderId={null}
          onClose={() => setAsking(null)}
          onAdded={(resource) => {
            setAsking(null);
            void attached.add(resource);
          }}
        />
      )}
    </section>
  );
}
