'use client';
import {
  approveGuardianLink,
  endGuardianLink,
  type GuardianLink,
  restoreGuardianLink,
  restrictGuardianLink,
} from '@k12/contracts/identity/guardian-links';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { TextLink } from '@k12/ui/link';
import { List, ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { LinkStateBadge } from './link-state.tsx';

/** The list arrives ordered by student: neighbours belong together. */
function byStudent(links: readonly GuardianLink[]): GuardianLink[][] {
  const groups = new Map<string, GuardianLink[]>();
  for (const link of links) groups.set(link.student_id, [...(groups.get(link.student_id) ?? []), link]);
  return [...groups.values()];
}

export function LinksByStudent({ links }: { links: readonly GuardianLink[] }) {
  return (
    <div className="grid gap-x-8 gap-y-6 wide:grid-cols-2">
      {byStudent(links).map((group) => (
        <StudentLinks key={group[0]?.student_id} links={group} />
      ))}
    </div>
  );
}

function StudentLinks({ links }: { links: readonly GuardianLink[] }) {
  const [first] = links;
  if (!first) return null;
  return (
    <section aria-label={first.student_name}>
      <h2 className="mb-1.5 text-body font-semibold">
        <TextLink href={paths.adminUser(first.student_id)} className="text-ink no-underline hover:underline">
          <bdi>{first.student_name}</bdi>
        </TextLink>
      </h2>
      <List framed>
        {links.map((link) => (
          <LinkRow key={link.id} link={link} />
        ))}
      </List>
    </section>
  );
}

function LinkRow({ link }: { link: GuardianLink }) {
  const t = useTranslations('guardians');
  const joined = useJoined();
  const rights = [
    link.may_access_records && t('sees'),
    link.may_consent && t('consents'),
    link.receives_communications && t('hears'),
  ].filter((right) => right !== false);
  return (
    <ListRow
      title={<bdi>{link.guardian_name}</bdi>}
      description={
        <>
          {t(`relationships.${link.relationship}`)}
          {rights.length > 0 && ` · ${joined(rights)}`}
          {link.legal_note && (
            <span className="block text-warn" data-private>
              {link.legal_note}
            </span>
          )}
        </>
      }
      end={
        <span className="flex flex-wrap items-center justify-end gap-2 max-tablet:max-w-40">
          <LinkStateBadge state={link.state} />
          <LinkActions link={link} />
        </span>
      }
    />
  );
}

/** What may be done now; each acts at once and can be taken back where the link keeps its history. */
function LinkActions({ link }: { link: GuardianLink }) {
  const t = useTranslations('guardians');
  const attempt = useAttempt();
  const approve = useChange(approveGuardianLink);
  const restrict = useChange(restrictGuardianLink);
  const end = useChange(endGuardianLink);
  const restore = useChange(restoreGuardianLink);
  const request = { params: { id: link.id } };
  const names = { guardian: link.guardian_name, student: link.student_name };
  const undo = () => restore(request);
  const wasActive = link.state === 'active';
  return (
    <>
      {link.can.approve && (
        <Button
          size="small"
          aria-label={t('approveNamed', names)}
          onClick={() => attempt(() => approve(request), { done: t('approved', names) })}
        >
          {t('approve')}
        </Button>
      )}
      {link.can.restore && (
        <Button
          size="small"
          aria-label={t('restoreNamed', names)}
          onClick={() => attempt(() => restore(request), { done: t('restored', names) })}
        >
          {t('restore')}
        </Button>
      )}
      {(link.can.restrict || link.can.end) && (
        <Menu
          align="end"
          trigger={
            <IconButton
              size="small"
              label={t('moreNamed', names)}
              icon={<Ellipsis size={16} aria-hidden />}
            />
          }
        >
          {link.can.restrict && (
            <MenuItem
              onPress={() =>
                void attempt(() => restrict(request), {
                  done: t('restricted', names),
                  ...(wasActive && { undo }),
                })
              }
            >
              {t('restrict')}
            </MenuItem>
          )}
          {link.can.end && (
            <MenuItem
              onPress={() =>
                void attempt(() => end(request), { done: t('ended', names), ...(wasActive && { undo }) })
              }
            >
              {t('end')}
            </MenuItem>
          )}
        </Menu>
      )}
    </>
  );
}
