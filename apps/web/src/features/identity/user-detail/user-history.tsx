'use client';
import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useActionName } from '@/features/operations/audit-log/action-names.ts';
import { useDates } from '@/lib/dates.ts';

/** What was changed about the person, by whom and why. */
export function UserHistory({ known: { history } }: { known: UserOverview }) {
  const t = useTranslations('people');
  const dates = useDates();
  const actionName = useActionName();
  if (history.length === 0) return null;
  return (
    <Section title={t('history')}>
      <List label={t('history')}>
        {history.map((entry) => (
          <ListRow
            key={entry.id}
            title={actionName(entry.action)}
            description={[entry.actor_name ?? t('system'), entry.reason].filter(Boolean).join(' · ')}
            end={<span className="text-small text-ink-3">{dates.instant(entry.occurred_at)}</span>}
          />
        ))}
      </List>
    </Section>
  );
}
