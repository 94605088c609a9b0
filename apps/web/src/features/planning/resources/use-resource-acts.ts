'use client';
import { ApiProblem } from '@k12/contracts/client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import {
  checkResource,
  deleteResource,
  type ResourceUsage,
  restoreResource,
  updateResource,
} from '@k12/contracts/planning/resources';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

export const resourceViews = ['resources.', 'resource_folders.', 'resource_attachments.'];

/** What one presses on one resource; deleting what is used asks first, with where it is used (PLN-131). */
export function useResourceActs(onGone: () => void = () => undefined) {
  const t = useTranslations('planning-resources');
  const attempt = useAttempt();
  const update = useChange(updateResource, resourceViews);
  const remove = useChange(deleteResource, resourceViews);
  const restore = useChange(restoreResource, resourceViews);
  const check = useChange(checkResource, resourceViews);
  const [asked, setAsked] = useState<{ resource: Resource; usage: ResourceUsage } | null>(null);

  const toBin = async (resource: Resource, confirm = false) => {
    const params = { id: resource.id };
    const refused = await remove({ params, query: { confirm } }).then(
      () => null,
      (error: unknown) => error,
    );
    if (refused instanceof ApiProblem && refused.code === 'resource.in_use') {
      setAsked({ resource, usage: refused.problem.current as ResourceUsage });
      return;
    }
    setAsked(null);
    const isGone = await attempt(() => (refused ? Promise.reject(refused) : Promise.resolve()), {
      done: t('binned', { title: resource.title }),
      undo: () => restore({ params }),
    });
    if (isGone) onGone();
  };

  const setState = (resource: Resource, state: Resource['state']) =>
    attempt(
      () => update({ params: { id: resource.id }, body: { state, lock_version: resource.lock_version } }),
      { done: t(state === 'archived' ? 'archived' : 'unarchived', { title: resource.title }) },
    );

  return {
    asked,
    forget: () => setAsked(null),
    toBin,
    setState,
    takeBack: (resource: Resource) =>
      attempt(() => restore({ params: { id: resource.id } }), {
        done: t('restored', { title: resource.title }),
      }),
    check: (resource: Resource) => attempt(() => check({ params: { id: resource.id } })),
  };
}
