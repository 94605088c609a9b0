'use client';
import type { ResourceHealth } from '@k12/contracts/planning/resource-records';
import { Badge } from '@k12/ui/badge';
import { Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Only what asks for something to be done; a link that works says nothing (PLN-134). */
export function HealthBadge({ health }: { health: ResourceHealth }) {
  const t = useTranslations('planning-resources.health');
  if (health !== 'unreachable' && health !== 'forbidden') return null;
  return (
    <Badge tone={health === 'unreachable' ? 'bad' : 'warn'} icon={<Unlink aria-hidden />}>
      {t(health)}
    </Badge>
  );
}
