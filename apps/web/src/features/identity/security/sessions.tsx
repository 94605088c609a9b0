'use client';
import {
  endMyOtherSessions,
  endMySession,
  listMySessions,
  type Session,
} from '@k12/contracts/identity/session';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { Monitor, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { deviceName } from './device-name.ts';

const refreshed = ['me.sessions'];

export function Sessions() {
  const t = useTranslations('security.sessions');
  const sessions = useApi(listMySessions, {});
  const attempt = useAttempt();
  const endOthers = useChange(endMyOtherSessions, refreshed);
  const others = sessions.data?.data.filter((session) => !session.is_current).length ?? 0;
  const end = others > 0 && (
    <Button
      size="small"
      variant="quiet"
      onClick={() => attempt(() => endOthers({}), { done: t('othersEnded') })}
    >
      {t('endOthers')}
    </Button>
  );
  return (
    <Section title={t('title')} note={t('note')} action={end}>
      <RegionBody reply={sessions}>
        {({ data }) => (
          <List framed label={t('title')}>
            {data.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </List>
        )}
      </RegionBody>
    </Section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const t = useTranslations('security.sessions');
  const tm = useTranslations('security.methods');
  const dates = useDates();
  const attempt = useAttempt();
  const end = useChange(endMySession, refreshed);
  const Icon = session.kind === 'app' ? Smartphone : Monitor;
  const name = session.device_label ?? deviceName(session.user_agent) ?? t('unknownDevice');
  const facts = [
    tm(session.method),
    session.ip,
    t('since', { date: dates.instant(session.created_at) }),
    session.is_current ? null : t('seen', { date: dates.instant(session.last_seen_at) }),
  ].filter((fact): fact is string => fact !== null);
  const last = session.is_current ? (
    <Badge tone="board">{t('thisOne')}</Badge>
  ) : (
    <Button
      size="small"
      variant="quiet"
      aria-label={t('endOf', { name })}
      onClick={() => attempt(() => end({ params: { id: session.id } }), { done: t('ended') })}
    >
      {t('end')}
    </Button>
  );
  return (
    <ListRow
      lead={<Icon size={16} aria-hidden className="text-ink-3" />}
      title={session.shared_computer ? `${name} · ${t('shared')}` : name}
      description={<Facts facts={facts} />}
      end={last}
    />
  );
}

function Facts({ facts }: { facts: readonly string[] }) {
  return facts.map((fact, at) => (
    <span key={fact}>
      {at > 0 && ' · '}
      <bdi>{fact}</bdi>
    </span>
  ));
}
