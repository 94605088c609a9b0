'use client';
import type { AuditEvent } from '@k12/contracts/operations/audit-log';
import { Badge } from '@k12/ui/badge';
import { useTranslations } from 'next-intl';
import { useSession } from '@/lib/session-context.tsx';

export function useActorName() {
  const t = useTranslations('audit');
  return ({ actor, actor_kind, on_behalf_of }: AuditEvent) => {
    const name = actor?.name ?? t(`actorKinds.${actor_kind}`);
    return on_behalf_of ? t('onBehalfOf', { actor: name, person: on_behalf_of.name ?? '–' }) : name;
  };
}

/** On whom or what; a school by its name, anything else that has none of its own not at all. */
export function useTargetName() {
  const { me } = useSession();
  return ({ target_type, target_id, target_name }: AuditEvent) =>
    target_type === 'school' ? me.schools.find(({ id }) => id === target_id)?.name : target_name;
}

export function OutcomeBadge({ outcome }: Pick<AuditEvent, 'outcome'>) {
  const t = useTranslations('audit.outcomes');
  const tones = { success: 'neutral', refused: 'warn', failed: 'bad' } as const;
  return <Badge tone={tones[outcome]}>{t(outcome)}</Badge>;
}
