'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { replaceResource } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { sendFile } from './send-file.ts';
import { resourceViews } from './use-resource-acts.ts';

/** New content under the same name and in the same places; the old one stays in the list of versions (PLN-132). */
export function ReplaceFile({ resource }: { resource: Resource }) {
  const t = useTranslations('planning-resources');
  const attempt = useAttempt();
  const replace = useChange(replaceResource, [...resourceViews, 'resource_storage.']);
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const send = async (file: File) => {
    setSending(true);
    const { id, lock_version } = resource;
    await attempt(
      async () => {
        const sending = { onProgress: () => undefined, signal: new AbortController().signal };
        const stored = await sendFile(file, sending);
        await replace({ params: { id }, body: { file_id: stored.id, lock_version } });
      },
      { done: t('replaced', { title: resource.title }) },
    );
    setSending(false);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('replace')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void send(file);
        }}
      />
      <Button
        size="small"
        icon={<FileUp aria-hidden />}
        loading={isSending}
        onClick={() => input.current?.click()}
      >
        {t('replace')}
      </Button>
    </>
  );
}
