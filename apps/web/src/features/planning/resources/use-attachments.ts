'use client';
import { ApiProblem } from '@k12/contracts/client';
import {
  type AttachmentTarget,
  type AttachmentUpdate,
  attachResource,
  detachResource,
  listAttachments,
  type NarrowerResource,
  type ResourceAttachment,
  updateAttachment,
} from '@k12/contracts/planning/resource-attachments';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';

export interface Target {
  target_type: AttachmentTarget;
  target_id: string;
  /** Who gets to see what is attached here, unless it is changed; staff alone where nothing is said. */
  audience?: 'teacher' | 'student';
}

type Sharing = 'widen' | 'by_target';
type Named = Pick<Resource, 'id' | 'title'>;

const views = ['resource_attachments.', 'resources.'];

/** What is attached to one target, and the acts on it. Something narrower than a plan is asked about (PLN-133). */
export function useAttachments({ target_type, target_id, audience: usual }: Target) {
  const t = useTranslations('planning-resources.attach');
  const attempt = useAttempt();
  const reply = useApi(listAttachments, { query: { target_type, target_id } });
  const attach = useChange(attachResource, views);
  const detach = useChange(detachResource, views);
  const update = useChange(updateAttachment, views);
  const [asked, setAsked] = useState<readonly (Named & { needs: NarrowerResource })[]>([]);

  const add = useCallback(
    async (resource: Named, sharing?: Sharing): Promise<void> => {
      const body = { target_type, target_id, ...(usual && { audience: usual }), ...(sharing && { sharing }) };
      const refused = await attach({ params: { id: resource.id }, body }).then(
        () => null,
        (error: unknown) => error,
      );
      if (refused instanceof ApiProblem && refused.code === 'resource.narrower') {
        const needs = refused.problem.current as NarrowerResource;
        setAsked((waiting) => [...waiting, { id: resource.id, title: resource.title, needs }]);
      } else if (refused) await attempt(() => Promise.reject(refused));
    },
    [attach, attempt, target_type, target_id, usual],
  );
  const answer = async (sharing: Sharing | null) => {
    const [first, ...rest] = asked;
    setAsked(rest);
    if (first && sharing) await add(first, sharing);
  };
  const remove = (attachment: ResourceAttachment) => {
    const { resource_id, path, caption, audience } = attachment;
    const params = { id: resource_id };
    return attempt(() => detach({ params, body: { target_type, target_id, path } }), {
      done: t('taken', { title: attachment.title ?? t('closedTitle') }),
      ...(attachment.state === 'there' && {
        undo: () =>
          attach({ params, body: { target_type, target_id, path, caption, audience, sharing: 'by_target' } }),
      }),
    });
  };
  const change = (id: string, body: AttachmentUpdate) => attempt(() => update({ params: { id }, body }));
  return { reply, attachments: reply.data?.data ?? [], add, remove, change, asked: asked[0], answer };
}
