'use client';
import { ApiProblem } from '@k12/contracts/client';
import { bulkResources, type ResourceBulkResult } from '@k12/contracts/planning/resources';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { resourceViews } from './use-resource-acts.ts';

/** Puts resources into another folder; what may not be moved stays, and says why. */
export function useMove() {
  const t = useTranslations('planning-resources.bulk');
  const attempt = useAttempt();
  const send = useChange(bulkResources, resourceViews);
  return (ids: string[], folder_id: string | null) =>
    attempt(
      async () => {
        const { data } = await send({ body: { ids, action: 'move', folder_id } });
        const refused = data.find(({ status }) => status === 'failed');
        if (refused) throw refusal(refused);
      },
      { done: t('moved', { count: ids.length }) },
    );
}

function refusal({ code, detail }: ResourceBulkResult): ApiProblem {
  const title = detail ?? '';
  return new ApiProblem({ type: '', title, status: 403, code: code ?? 'forbidden', request_id: '' });
}
