'use client';
import { Button } from '@k12/ui/button';
import { CloudAlert, CloudCheck, CloudUpload } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Autosave, SaveState } from '../autosave/autosave.ts';
import { useSaveState } from './use-autosave.ts';

/** Whether everything written is safe (PLN-02): words where the eye is, and the same for assistive technology. */
export function SaveNote({ autosave }: { autosave: Autosave | null }) {
  const t = useTranslations('planning-editor.save');
  const state = useSaveState(autosave);
  const words = useSaveWords(state);
  if (!state) return null;
  const isBad = state.kind === 'retrying' || state.kind === 'refused';
  const Icon = isBad ? CloudAlert : state.kind === 'saved' ? CloudCheck : CloudUpload;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-small text-ink-3">
      <Icon aria-hidden className={isBad ? 'text-warn' : undefined} />
      <span className={isBad ? 'text-warn' : undefined}>{words}</span>
      {isBad && (
        <Button size="small" variant="quiet" onClick={autosave?.retryNow}>
          {t('retry')}
        </Button>
      )}
      <Announced words={words} state={state} />
    </span>
  );
}

function useSaveWords(state: SaveState | null): string {
  const t = useTranslations('planning-editor.save');
  const format = useFormatter();
  if (!state) return '';
  if (state.kind === 'saved')
    return t('saved', { time: format.dateTime(new Date(state.at), { hour: 'numeric', minute: '2-digit' }) });
  if (state.kind === 'refused') return t('refused', { problem: state.message });
  return t(state.kind);
}

/** Every save spoken aloud would drown the writing: said are trouble, and the save that ends it (PLN-178). */
function Announced({ words, state }: { words: string; state: SaveState }) {
  const [said, setSaid] = useState('');
  const wasTrouble = useRef(true);
  useEffect(() => {
    const isTrouble = ['retrying', 'refused', 'conflict'].includes(state.kind);
    if (isTrouble || (wasTrouble.current && state.kind === 'saved')) setSaid(words);
    if (isTrouble) wasTrouble.current = true;
    else if (state.kind === 'saved') wasTrouble.current = false;
  }, [state, words]);
  return (
    <span role="status" className="hidden-visually">
      {said}
    </span>
  );
}
