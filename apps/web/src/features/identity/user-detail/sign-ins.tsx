'use client';
import type { ExplainedSignIn, UserOverview } from '@k12/contracts/identity/users.overview';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';

const shownAtFirst = 5;

/** Sign-ins of the last 30 days; a failure says in plain words why. */
export function SignIns({ known }: { known: UserOverview }) {
  const t = useTranslations('people');
  const joined = useJoined();
  const [all, setAll] = useState(false);
  const events = all ? known.sign_in_events : known.sign_in_events.slice(0, shownAtFirst);
  const { password, mfa, passkeys_count } = known.methods;
  const methods = [
    password && t('methods.password'),
    mfa && t('secondStep'),
    passkeys_count > 0 && t('passkeys', { count: passkeys_count }),
  ].filter((method) => method !== false);
  return (
    <Section title={t('signIns')} note={t('lastThirtyDays')}>
      <p className="text-ink-2">
        {methods.length > 0 ? t('signsInWith', { methods: joined(methods) }) : t('noMethod')}
      </p>
      {events.length > 0 ? (
        <List label={t('signIns')}>
          {events.map((event) => (
            <SignInRow key={event.id} event={event} />
          ))}
        </List>
      ) : (
        <p className="text-ink-3">{t('noSignIns')}</p>
      )}
      {!all && known.sign_in_events.length > shownAtFirst && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('showAll', { count: known.sign_in_events.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function SignInRow({ event }: { event: ExplainedSignIn }) {
  const t = useTranslations('people');
  const dates = useDates();
  const isGood = event.outcome === 'success';
  const reasonKey = `reasons.${event.reason}`;
  const method = t.has(`methods.${event.method}`) ? t(`methods.${event.method}`) : event.method;
  return (
    <ListRow
      lead={
        isGood ? (
          <CircleCheck size={16} className="text-ok" aria-hidden />
        ) : (
          <CircleAlert size={16} className="text-warn" aria-hidden />
        )
      }
      title={isGood ? t('signedIn') : t.has(reasonKey) ? t(reasonKey) : t('refused')}
      description={
        <>
          {method}
          {event.ip && (
            <>
              {' · '}
              <bdi>{event.ip}</bdi>
            </>
          )}
        </>
      }
      end={<span className="text-small text-ink-3">{dates.instant(event.occurred_at)}</span>}
    />
  );
}
