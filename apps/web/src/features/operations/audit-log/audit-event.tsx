'use client';
import { type AuditEvent, getAuditEvent } from '@k12/contracts/operations/audit-log';
import { Section } from '@k12/ui/card';
import { Drawer } from '@k12/ui/drawer';
import { List, ListRow } from '@k12/ui/list-row';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useActionName } from './action-names.ts';
import { OutcomeBadge, useActorName, useTargetName } from './event-words.tsx';

/** One event: who did what, when and from where, and each field before and after. */
export function AuditEventDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('audit');
  const actionName = useActionName();
  const reply = useApi(getAuditEvent, { params: { id } });
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={reply.data ? actionName(reply.data.event.action) : t('event')}
      description={reply.data && <OutcomeBadge outcome={reply.data.event.outcome} />}
    >
      <RegionBody reply={reply}>
        {({ event, same_request }) => (
          <div className="grid gap-8">
            <Facts event={event} />
            <Changes changes={event.changes} />
            <SameRequest events={same_request.filter((other) => other.id !== event.id)} />
          </div>
        )}
      </RegionBody>
    </Drawer>
  );
}

function Facts({ event }: { event: AuditEvent }) {
  const t = useTranslations('audit');
  const dates = useDates();
  const actorName = useActorName();
  const targetName = useTargetName();
  const facts: [string, ReactNode][] = [
    [t('who'), actorName(event)],
    [t('when'), dates.instant(event.occurred_at)],
    [t('reason'), event.reason],
    [t('target'), targetName(event)],
    [t('record'), event.target_type && `${event.target_type} ${event.target_id ?? ''}`],
    [t('ip'), event.ip],
    [t('requestId'), event.request_id],
    [t('number'), event.number],
  ];
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-2">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="[overflow-wrap:anywhere]">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A pair is a value before and after; anything else is what was noted about the event. */
function Changes({ changes }: { changes: AuditEvent['changes'] }) {
  const t = useTranslations('audit');
  const rows = Object.entries(changes).map(([field, value]) => {
    const pair = Array.isArray(value) && value.length === 2 ? value : [undefined, value];
    return { field, before: shown(pair[0]), after: shown(pair[1]) };
  });
  if (rows.length === 0) return null;
  return (
    <Section title={t('changes')}>
      <SimpleTable
        label={t('changes')}
        rows={rows}
        rowKey={(row) => row.field}
        columns={[
          { key: 'field', header: t('field'), cell: (row) => row.field },
          {
            key: 'before',
            header: t('before'),
            cell: (row) => <span className="text-ink-3 [overflow-wrap:anywhere]">{row.before}</span>,
          },
          {
            key: 'after',
            header: t('after'),
            cell: (row) => <span className="[overflow-wrap:anywhere]">{row.after}</span>,
          },
        ]}
      />
    </Section>
  );
}

function SameRequest({ events }: { events: AuditEvent[] }) {
  const t = useTranslations('audit');
  const { write } = useAddress();
  const actionName = useActionName();
  if (events.length === 0) return null;
  return (
    <Section title={t('sameRequest')}>
      <List label={t('sameRequest')}>
        {events.map((event) => (
          <ListRow
            key={event.id}
            title={actionName(event.action)}
            onPress={() => write({ event: event.id })}
            end={<OutcomeBadge outcome={event.outcome} />}
          />
        ))}
      </List>
    </Section>
  );
}
