'use client';
import type { GuardianLink } from '@k12/contracts/identity/guardian-links';
import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List } from '@k12/ui/list-row';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { ownTimeZone } from '@/lib/own-time-zone.ts';
import { useSession } from '@/lib/session-context.tsx';
import { LinkRow } from '../guardians/link-row.tsx';

const NewLink = dynamic(
  loaded(() => import('../guardians/new-link.tsx').then((module) => module.NewLink)),
  { loading: nothingYet },
);

/** The guardians of a student, or the students of a guardian. */
export function GuardianLinksOf({ known }: { known: UserOverview }) {
  const { user, guardian_links } = known;
  const t = useTranslations('guardians');
  const { me } = useSession();
  const [linking, setLinking] = useState(false);
  const paused = usePaused(known);
  const isStudent = user.roles.includes('student');
  const isGuardian = user.roles.includes('guardian');
  if (guardian_links.length === 0 && !isStudent && !isGuardian) return null;
  const mayLink = me.capabilities['guardian_links.manage'] !== undefined;
  const person = { value: user.id, label: user.display_name };
  const title = t(isStudent ? 'guardiansOf' : 'studentsOf');
  const shown = isStudent ? ('guardian' as const) : ('student' as const);
  return (
    <Section
      title={title}
      action={
        mayLink && (
          <Button
            size="small"
            variant="quiet"
            icon={<Plus size={16} aria-hidden />}
            onClick={() => setLinking(true)}
          >
            {t(isStudent ? 'linkGuardian' : 'linkStudent')}
          </Button>
        )
      }
    >
      {guardian_links.length === 0 ? (
        <p className="text-ink-2">{t(isStudent ? 'noGuardians' : 'noStudents')}</p>
      ) : (
        <List framed label={title}>
          {guardian_links.map((link) => (
            <LinkRow key={link.id} link={link} names={shown} paused={paused(link)} />
          ))}
        </List>
      )}
      {linking && (
        <NewLink
          {...(isStudent ? { student: person } : { guardian: person })}
          onClose={() => setLinking(false)}
        />
      )}
    </Section>
  );
}

/** From the 18th birthday on a link without a basis in force gives no access (IDN-55). */
function usePaused({ user }: UserOverview) {
  const { me } = useSession();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ownTimeZone(me) }).format(new Date());
  const birth = user.restricted?.birth_on;
  return ({ student_id, state, adult_basis, adult_basis_ends_on }: GuardianLink) => {
    if (student_id !== user.id || state !== 'active' || !birth) return false;
    const isAdult = `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}` <= today;
    const hasBasis = adult_basis !== null && (adult_basis_ends_on === null || adult_basis_ends_on >= today);
    return isAdult && !hasBasis;
  };
}
