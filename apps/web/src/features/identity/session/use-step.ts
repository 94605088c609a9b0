'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { describeRefusal } from './describe-refusal.ts';

/** One thing is sent at a time; what went wrong is said in words and stays until the next try. */
export function useStep() {
  const t = useTranslations('session');
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // Until the page's script runs, a press would send the form the browser's own way.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const run = async (step: () => Promise<void>) => {
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      await step();
    } catch (error) {
      setFailure(describeRefusal(error, t));
    } finally {
      setSending(false);
    }
  };
  return { failure, setFailure, sending, ready, run };
}
