'use client';
import type { WorkDraft } from '@k12/contracts/teaching/submissions';
import { useTranslations } from 'next-intl';
import type { WorkState } from './work-wire.ts';

interface Props {
  state: WorkState;
  /** In a group: who wrote last (PPL-16). */
  editor: WorkDraft['edited_by'];
}

/** One line that says where the words are: on the way, on the server, or on this device alone. */
export function SaveNote({ state, editor }: Props) {
  const t = useTranslations('learn.save');
  const isBlank = state.version === 0 && state.status === 'saved';
  if (isBlank) return null;
  return (
    <p role="status" className={`text-small ${state.status === 'unsent' ? 'text-warn' : 'text-ink-3'}`}>
      {t(state.status === 'unsent' && !state.is_kept ? 'onlyHere' : state.status)}
      {editor && state.status === 'saved' && ` · ${t('by', { name: editor.name })}`}
    </p>
  );
}
