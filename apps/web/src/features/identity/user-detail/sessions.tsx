'use client';
import { endUserSession, endUserSessions } from '@k12/contracts/identity/session';
import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useSession } from '@/lib/session-context.tsx';

export function Sessions({ known: { user, sessions } }: { known: UserOverview }) {
  const t = useTranslations('people');
  const dates = useDates();
  const { me } = useSession();
  const attempt = useAttempt();
  const endOne = useChange(endUserSession);
  const endAll = useChange(endUserSessions);
  const mayEnd = me.capabilities['sessions.revoke_others'] !== undefined;
  const params = { id: user.id };
  return (
    <Section
      title={t('sessions')}
      action={
        mayEnd &&
        sessions.length > 1 && (
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
      {sessions.length === 0 ? (
        <p className="text-ink-3">{t('noSessions')}</p>
      ) : (
        <List label={t('sessions')}>
          {sessions.map((session) => (
            <ListRow
              key={session.id}
              title={session.device ?? t('unknownDevice')}
              description={t('sessionSeen', { when: dates.ago(session.last_seen_at), ip: session.ip ?? '–' })}
              end={
                mayEnd && (
                  <Button
                    size="small"
                    onClick={() =>
                      attempt(() => endOne({ params: { ...params, session_id: session.id } }), {
                        done: t('sessionEnded'),
                      })
                    }
                  >
                    {t('end')}
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
    </Section>
  );
}
