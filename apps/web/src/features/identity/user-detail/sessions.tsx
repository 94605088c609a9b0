'use client';
import {
  endUserSession,
  endUserSessions,
  listUserSessions,
  type Session,
} from '@k12/contracts/identity/session';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { Monitor, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { deviceName } from '../security/device-name.ts';

/** Browsers and apps the person is signed in with; whoever sees them may end them (IDN-82). */
export function Sessions({ userId }: { userId: string }) {
  const t = useTranslations('people');
  const attempt = useAttempt();
  const params = { id: userId };
  const sessions = useApi(listUserSessions, { params });
  const endAll = useChange(endUserSessions);
  const count = sessions.data?.data.length ?? 0;
  return (
    <Section
      title={t('sessions')}
      action={
        count > 1 && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => attempt(() => endAll({ params }), { done: t('sessionsEnded') })}
          >
            {t('endAll')}
          </Button>
        )
      }
    >
      <RegionBody reply={sessions}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-ink-3">{t('noSessions')}</p>
          ) : (
            <List label={t('sessions')}>
              {data.map((session) => (
                <SessionRow key={session.id} userId={userId} session={session} />
              ))}
            </List>
          )
        }
      </RegionBody>
    </Section>
  );
}

function SessionRow({ userId, session }: { userId: string; session: Session }) {
  const t = useTranslations('people');
  const dates = useDates();
  const attempt = useAttempt();
  const endOne = useChange(endUserSession);
  const Icon = session.kind === 'app' ? Smartphone : Monitor;
  const name = session.device_label ?? deviceName(session.user_agent) ?? t('unknownDevice');
  const params = { id: userId, session_id: session.id };
  return (
    <ListRow
      lead={<Icon size={16} aria-hidden className="text-ink-3" />}
      title={name}
      description={t('sessionSeen', { when: dates.ago(session.last_seen_at), ip: session.ip ?? '–' })}
      end={
        <Button
          size="small"
          aria-label={t('endOf', { name })}
          onClick={() => attempt(() => endOne({ params }), { done: t('sessionEnded') })}
        >
          {t('end')}
        </Button>
      }
    />
  );
}
