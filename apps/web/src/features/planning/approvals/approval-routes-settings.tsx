'use client';
import {
  type ApprovalRoute,
  deleteApprovalRoute,
  listApprovalRoutes,
} from '@k12/contracts/planning/approvals';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';

const RouteDialog = dynamic(
  loaded(() => import('./route-dialog.tsx').then((module) => module.RouteDialog)),
  { loading: nothingYet },
);

/** Where plans need somebody's word before they are published, and whose (PLN-45). */
export function ApprovalRoutesSettings() {
  const t = useTranslations('planning-approvals.routes');
  const { me } = useSession();
  const routes = useApi(listApprovalRoutes, {});
  const [open, setOpen] = useState<ApprovalRoute | 'new' | null>(null);
  const maySettle = 'approvals.update' in me.capabilities;
  return (
    <section aria-label={t('title')}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-heading font-semibold">{t('title')}</h2>
          <p className="text-ink-2">{t('intro')}</p>
        </div>
        {maySettle && (
          <Button icon={<Plus aria-hidden />} onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        )}
      </div>
      <RegionBody reply={routes}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState level={3} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <ul className="mt-4 grid gap-2">
              {data.map((route) => (
                <RouteRow key={route.id} route={route} onEdit={() => setOpen(route)} />
              ))}
            </ul>
          )
        }
      </RegionBody>
      {open && <RouteDialog route={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function RouteRow({ route, onEdit }: { route: ApprovalRoute; onEdit: () => void }) {
  const t = useTranslations('planning-approvals.routes');
  const joined = useJoined();
  const roles = useTranslations('planning-approvals.roles');
  const attempt = useAttempt();
  const remove = useChange(deleteApprovalRoute);
  const place = [
    route.school_name ?? t('everySchool'),
    route.subject ?? t('everySubject'),
    route.pack_key ?? t('everyPack'),
  ];
  const who = route.steps.map(({ mode, role, people }) => {
    const names = role ? roles(role) : joined(people.map((person) => person.display_name));
    return `${t(mode)} ${names}`;
  });
  const facts = [
    route.due_days !== null && t('dueIn', { count: route.due_days }),
    route.publish_on_approval && t('publishes'),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-raised px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          <bdi>{place.join(' · ')}</bdi>
          {!route.enabled && <Badge>{t('off')}</Badge>}
        </p>
        <p className="text-small text-ink-2">
          {t('by')} {who.join(' → ')}
        </p>
        <p className="text-small text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {route.can.update && (
        <Button size="small" onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
      {route.can.delete && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => void attempt(() => remove({ params: { id: route.id } }), { done: t('removed') })}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}
