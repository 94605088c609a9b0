'use client';
import { ApiProblem } from '@k12/contracts/client';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { type FieldFault, useFieldWords } from '../forms/field-words.ts';

interface Outcome {
  done?: string;
  undo?: () => Promise<unknown>;
}

/** Runs a change behind a button: says what was done, offers to undo it, and says why it did not work (UXP-36). */
export function useAttempt() {
  const toast = useToast();
  const t = useTranslations();
  const words = useFieldWords();
  return useCallback(
    async (change: () => Promise<unknown>, { done, undo }: Outcome = {}): Promise<boolean> => {
      const fail = (error: unknown) =>
        toast.show({
          tone: 'bad',
          message: error instanceof ApiProblem ? reasonOf(error, words) : t('session.network'),
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
    [toast, t, words],
  );
}

/** Where no form shows what is wrong with a value, the first fault itself is the reason, not that there is one. */
function reasonOf({ message, problem }: ApiProblem, words: (fault: FieldFault, isEmpty: boolean) => string) {
  const [fault] = problem.errors ?? [];
  return fault ? words(fault, false) : message;
}
