'use client';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { useFlagName } from '../feature-flags/flag-words.ts';
import { useKindName } from '../jobs/job-words.ts';
import type { Concern } from './attention.ts';

/** Says a concern in words, and where to go on. */
export function useConcernWords() {
  const t = useTranslations('operations.concerns');
  const nameOf = useNames();
  return (concern: Concern) => {
    const { about } = concern;
    const name = nameOf(concern);
    const count = 'count' in concern ? concern.count : 0;
    const minutes = 'minutes' in concern ? concern.minutes : 0;
    return {
      key: `${about} ${name}`,
      title: t(about, { name, count, minutes }),
      text: t(`${about}Text`),
      href: placeOf(concern),
    };
  };
}

function useNames(): (concern: Concern) => string {
  const tq = useTranslations('operations.queues');
  const tb = useTranslations('operations.backfills.names');
  const th = useTranslations('health.checks');
  const kindName = useKindName();
  const flagName = useFlagName();
  return (concern) => {
    if (concern.about === 'check') return th(concern.name);
    if (concern.about === 'queue') return tq(concern.queue);
    if (concern.about === 'schedule') return kindName(concern.kind);
    if (concern.about === 'switch') return flagName(concern.key);
    if (concern.about === 'backfill') return tb.has(concern.name) ? tb(concern.name) : concern.name;
    return '';
  };
}

function placeOf(concern: Concern): string {
  switch (concern.about) {
    case 'check':
      return paths.adminHealth();
    case 'queue':
      return paths.operations('jobs', { queue: concern.queue, state: 'waiting' });
    case 'dead':
      return paths.operations('jobs', { state: 'dead' });
    case 'schedule':
      return paths.operations('jobs', { kind: concern.kind });
    case 'workers':
      return paths.operations('jobs');
    case 'errors':
      return paths.operations('errors');
    case 'backfill':
      return paths.operations('database');
    case 'switch':
      return paths.operations('features');
  }
}
