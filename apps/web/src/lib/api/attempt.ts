'use client';
import { ApiProblem } from '@k12/contracts/client';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

interface Outcome {
  done?: string;
  undo?: () => Promise<unknown>;
}

/** Runs a change behind a button: says what was done, offers to undo it, and says why it did not work (UXP-36). */
export function useAttempt() {
  const toast = useToast();
  const t = useTranslations();
  return useCallback(
    async (change: () => Promise<unknown>, { done, undo }: Outcome = {}): Promise<boolean> => {
      const fail = (error: unknown) =>
        toast.show({
          tone: 'bad',
          message: error instanceof ApiProblem ? error.message : t('session.network'),
        });
      try {
        await change();
      } catch (error) {
        fail(error);
        return false;
      }
      if (done) {
        const action = undo && { label: t('common.undo'), onPress: () => undo().catch(fail) };
        toast.show({ message: done, ...(action && { action }) });
      }
      return true;
    },
    [toast, t],
  );
}
