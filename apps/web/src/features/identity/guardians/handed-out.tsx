'use client';
import {
  type GuardianInvite,
  listGuardianInvites,
  revokeGuardianInvite,
} from '@k12/contracts/identity/guardian-invites';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { List, ListRow } from '@k12/ui/list-row';
import { Pagination } from '@k12/ui/pagination';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';

const perPage = 25;

/** Codes handed out, without the codes themselves: what became of each, and an end to those that got lost (IDN-52). */
export function HandedOut({ studentId, onClose }: { studentId: string; onClose: () => void }) {
  const t = useTranslations('guardians.handedOut');
  const query = studentId ? { limit: perPage, student_id: studentId } : { limit: perPage };
  // biome-ignore lint/correctness/useExhaustiveDependencies: made from the student alone
  const request = useMemo(() => ({ query }), [studentId]);
  const invites = useList(listGuardianInvites, request);
  return (
    <Drawer open wide onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')}>
      <RegionBody reply={invites}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('none')}</p>
          ) : (
            <>
              <List label={t('title')}>
                {data.map((invite) => (
                  <InviteRow key={invite.id} invite={invite} />
                ))}
              </List>
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={invites.loadingMore}
                onLoadMore={invites.loadMore}
              />
            </>
          )
        }
      </RegionBody>
    </Drawer>
  );
}

function InviteRow({ invite }: { invite: GuardianInvite }) {
  const t = useTranslations('guardians.handedOut');
  const tg = useTranslations('guardians');
  const dates = useDates();
  const attempt = useAttempt();
  const revoke = useChange(revokeGuardianInvite);
  const { id, student_name: name, relationship, email, state } = invite;
  const facts = [
    tg(`relationships.${relationship}`),
    email,
    t('made', { when: dates.instant(invite.created_at) }),
    state === 'open' && t('until', { when: dates.instant(invite.expires_at) }),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <ListRow
      title={name}
      description={facts.join(' · ')}
      end={
        state === 'open' ? (
          <Button
            size="small"
            aria-label={t('revokeNamed', { name })}
            onClick={() => attempt(() => revoke({ params: { id } }), { done: t('revoked', { name }) })}
          >
            {t('revoke')}
          </Button>
        ) : (
          <Badge>{t(`states.${state}`)}</Badge>
        )
      }
    />
  );
}
