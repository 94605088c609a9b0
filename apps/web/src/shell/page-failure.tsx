'use client';
import { ErrorState } from '@k12/ui/error-state';

import { useEffect, useState } from 'react';
import { failureWords } from '@/lib/failure-words.ts';

interface Props {
  reference: string | undefined;
  onRetry: () => void;
}

/** A page that broke while being shown. Its words travel with it, so that it works without the app's own (UXP-50). */
export function PageFailure({ reference, onRetry }: Props) {
  const [locale, setLocale] = useState('en');
  useEffect(() => setLocale(document.documentElement.lang), []);
  const words = failureWords(locale);
  return (
    <div className="py-10">
      <ErrorState
        title={words.title}
        reference={reference && `${words.reference} ${reference}`}
        action={
          <button
            type="button"
            onClick={onRetry}
            className="min-h-control rounded-control bg-board px-4 text-on-board"
          >
            {words.retry}
          </button>
        }
      >
        {words.text}
      </ErrorState>
    </div>
  );
}
