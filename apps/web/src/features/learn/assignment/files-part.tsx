'use client';
import type { MySubmission, WorkFile } from '@k12/contracts/teaching/submissions';
import { FileDrop } from '@k12/ui/file-drop';
import { IconButton } from '@k12/ui/icon-button';
import { Progress } from '@k12/ui/progress';
import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { RunningUpload, useUploads } from './use-uploads.ts';

interface Props {
  files: readonly WorkFile[];
  uploads: ReturnType<typeof useUploads>;
  mine: MySubmission;
  disabled: boolean;
  onRemove: (fileId: string) => void;
}

/** Files that are there, those on their way, and the place for more (TCH-53). */
export function FilesPart({ files, uploads, mine, disabled, onRemove }: Props) {
  const t = useTranslations('learn');
  const size = useFileSize();
  const onWay = uploads.uploads.filter(({ state }) => state !== 'refused').length;
  const room = mine.max_files - files.length - onWay;
  const add = (chosen: readonly File[]) => {
    let left = room;
    for (const file of chosen) {
      if (file.size === 0) uploads.refuse(file, 'empty');
      else if (file.size > mine.max_file_bytes) uploads.refuse(file, 'request.too_large');
      else if (left <= 0) uploads.refuse(file, 'too_many');
      else {
        left -= 1;
        uploads.send(file);
      }
    }
  };
  return (
    <div className="grid gap-3">
      {(files.length > 0 || uploads.uploads.length > 0) && (
        <ul className="overflow-hidden rounded-card border border-line bg-raised">
          {files.map((file) => (
            <li
              key={file.file_id}
              className="flex min-h-row items-center gap-3 border-b border-line px-3 last:border-b-0"
            >
              <bdi className="min-w-0 flex-1 [overflow-wrap:anywhere]">{file.name}</bdi>
              <span className="text-small text-ink-3">{size(file.size_bytes)}</span>
              <IconButton
                label={t('removeFile', { name: file.name })}
                icon={<X aria-hidden />}
                disabled={disabled}
                onClick={() => onRemove(file.file_id)}
              />
            </li>
          ))}
          {uploads.uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onRemove={() => uploads.forget(upload.id)} />
          ))}
        </ul>
      )}
      {room > 0 && !disabled && (
        <FileDrop
          label={t('files')}
          hint={t('filesHint', { count: mine.max_files, size: size(mine.max_file_bytes) })}
          accept={mine.allowed_file_types.map((type) => `.${type.replace(/^\./, '')}`).join(',') || undefined}
          multiple
          camera
          onFiles={add}
        />
      )}
    </div>
  );
}

function UploadRow({ upload, onRemove }: { upload: RunningUpload; onRemove: () => void }) {
  const t = useTranslations('learn');
  return (
    <li className="flex items-center gap-3 border-b border-line px-3 py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        {upload.state === 'refused' ? (
          <p role="alert" className="text-bad">
            <bdi>{upload.name}</bdi>:{' '}
            {t.has(`refused.${upload.reason}`) ? t(`refused.${upload.reason}`) : t('refused.other')}
          </p>
        ) : (
          <Progress
            label={upload.name}
            value={upload.sent}
            max={upload.size}
            valueText={
              upload.state === 'waiting'
                ? t('uploadWaiting')
                : t('uploaded', { percent: Math.floor((upload.sent / Math.max(1, upload.size)) * 100) })
            }
          />
        )}
      </div>
      <IconButton
        label={t('removeFile', { name: upload.name })}
        icon={<X aria-hidden />}
        onClick={onRemove}
      />
    </li>
  );
}

/** Sizes as people say them. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const [unit, by] =
      bytes >= 1_048_576
        ? (['megabyte', 1_048_576] as const)
        : bytes >= 1_024
          ? (['kilobyte', 1_024] as const)
          : (['byte', 1] as const);
    return format.number(bytes / by, { style: 'unit', unit, maximumFractionDigits: bytes < 10 * by ? 1 : 0 });
  };
}
