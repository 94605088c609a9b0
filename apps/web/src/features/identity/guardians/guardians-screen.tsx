'use client';
import {
  type GuardianLinkQuery,
  GuardianLinkState,
  listGuardianLinks,
} from '@k12/contracts/identity/guardian-links';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { HeartHandshake, Plus, Ticket } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { InvitationCodes } from './invitation-codes.tsx';
import { LinksByStudent } from './links-by-student.tsx';
import { StudentFilter } from './student-filter.tsx';

const NewLink = dynamic(
  loaded(() => import('./new-link.tsx').then((module) => module.NewLink)),
  { loading: nothingYet },
);

const HandedOut = dynamic(
  loaded(() => import('./handed-out.tsx').then((module) => module.HandedOut)),
  { loading: nothingYet },
);

const everyState = 'all';

export function GuardiansScreen() {
  const t = useTranslations('guardians');
  const { me } = useSession();
  const { read, write } = useAddress();
  const [opened, setOpened] = useState<'link' | 'invite' | 'codes' | null>(null);
  const close = () => setOpened(null);
  const state = GuardianLinkState.options.find((value) => value === read('state'));
  const student_id = read('student');
  const request = useMemo(() => ({ query: linksQuery(state, student_id) }), [state, student_id]);
  const links = useList(listGuardianLinks, request);
  const mayLink = me.capabilities['guardian_links.manage'] !== undefined;
  const mayInvite = me.capabilities['guardian_links.invite'] !== undefined;
  const options = [everyState, ...GuardianLinkState.options].map((value) => ({
    value,
    label: t(`filters.${value as 'all'}`),
  }));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <>
            {mayLink && (
              <Button icon={<Plus size={16} aria-hidden />} onClick={() => setOpened('link')}>
                {t('link')}
              </Button>
            )}
            {mayInvite && <Button onClick={() => setOpened('codes')}>{t('handedOut.open')}</Button>}
            {mayInvite && (
              <Button
                variant="primary"
                icon={<Ticket size={16} aria-hidden />}
                onClick={() => setOpened('invite')}
              >
                {t('invite')}
              </Button>
            )}
          </>
        }
      />
      <search aria-label={t('filter')} className="my-5 flex flex-wrap items-center gap-2">
        <StudentFilter />
        <SegmentedControl
          label={t('state')}
          value={state ?? everyState}
          onValueChange={(value) => write({ state: value === everyState ? null : value })}
          options={options}
        />
      </search>
      <RegionBody reply={links}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <EmptyState
              icon={<HeartHandshake aria-hidden />}
              title={t(state ? `none.${state}` : 'emptyTitle')}
            >
              {t('emptyText')}
            </EmptyState>
          ) : (
            <>
              <LinksByStudent links={data} />
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={links.loadingMore}
                onLoadMore={links.loadMore}
              />
            </>
          )
        }
      </RegionBody>
      {opened === 'link' && <NewLink onClose={close} />}
      {opened === 'codes' && <HandedOut studentId={student_id} onClose={close} />}
      {opened === 'invite' && <InvitationCodes onClose={close} />}
    </>
  );
}

function linksQuery(state: GuardianLinkQuery['state'], student_id: string): Partial<GuardianLinkQuery> {
  return { ...(state && { state }), ...(student_id && { student_id }) };
}
