'use client';
import { createModuleItems } from '@k12/contracts/teaching/module-items';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { Button } from '@k12/ui/button';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { AddExisting } from './add-existing.tsx';
import { NewPage } from './new-page.tsx';

/** Words and Enter make a header, an address a link; the field stays for the next one. */
export function AddItem({ module }: { module: CourseModule }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const create = useChange(createModuleItems, ['modules.']);
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || isSending) return;
    setSending(true);
    const item = isAddress(words)
      ? { kind: 'link' as const, url: words, title: words.slice(0, 200) }
      : { kind: 'header' as const, title: words };
    const added = await attempt(() => create({ params: { id: module.id }, body: { items: [item] } }));
    if (added) setText('');
    setSending(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-2 px-2 py-1.5 tablet:px-3">
      <form onSubmit={(event) => void submit(event)} className="flex min-w-52 flex-1 items-center gap-2">
        <Plus aria-hidden className="size-4 text-ink-3" />
        <input
          aria-label={t('quickAddIn', { name: module.title })}
          placeholder={t('quickAdd')}
          dir="auto"
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="min-h-9 min-w-0 flex-1 rounded-small bg-transparent text-body placeholder:text-ink-3 pointer-coarse:min-h-11"
        />
      </form>
      <NewPage module={module} />
      <Button size="small" variant="quiet" onClick={() => setChoosing(true)}>
        {t('addExisting')}
      </Button>
      {isChoosing && <AddExisting module={module} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function isAddress(words: string): boolean {
  return /^https?:\/\/\S+$/.test(words) && URL.canParse(words);
}
