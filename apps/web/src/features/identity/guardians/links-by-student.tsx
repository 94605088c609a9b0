'use client';
import type { GuardianLink } from '@k12/contracts/identity/guardian-links';
import { TextLink } from '@k12/ui/link';
import { List } from '@k12/ui/list-row';
import { paths } from '@/lib/paths.ts';
import { LinkRow } from './link-row.tsx';

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
          <LinkRow key={link.id} link={link} names="guardian" />
        ))}
      </List>
    </section>
  );
}
