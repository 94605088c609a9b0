'use client';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { Progress } from '@k12/ui/progress';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { useUploads } from './use-uploads.ts';

type Props = Pick<ReturnType<typeof useUploads>, 'uploads' | 'again' | 'drop'>;

/** What is on its way, above the list it will appear in. */
export function UploadTray({ uploads, again, drop }: Props) {
  const t = useTranslations('planning-resources.upload');
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t('underWay')} className="mb-4 grid gap-2 rounded-card border border-line bg-raised p-3">
      {uploads.map(({ key, name, share, failure }) => (
        <li key={key} className="flex items-center gap-3">
          <div className="min-w-0 flex-1">
            {failure === null ? (
              <Progress label={name} value={share} max={1} valueText={`${Math.round(share * 100)}%`} />
            ) : (
              <p role="alert" className="text-small [overflow-wrap:anywhere]">
                <bdi className="font-medium">{name}</bdi> <span className="text-bad">{failure}</span>
              </p>
            )}
          </div>
          {failure !== null && (
            <Button size="small" onClick={() => again(key)}>
              {t('again')}
            </Button>
          )}
          <IconButton
            size="small"
            label={t('drop', { name })}
            icon={<X aria-hidden />}
            onClick={() => drop(key)}
          />
        </li>
      ))}
    </ul>
  );
}
