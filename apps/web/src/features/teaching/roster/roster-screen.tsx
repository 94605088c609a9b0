'use client';
import { type Accommodation, listAccommodations } from '@k12/contracts/teaching/accommodations';
import { getCourse } from '@k12/contracts/teaching/courses';
import { type Enrollment, listEnrollments } from '@k12/contracts/teaching/enrollments';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { rosterRequest } from './roster-request.ts';

const AccommodationDialog = dynamic(() =>
  import('./accommodation-dialog.tsx').then((module) => module.AccommodationDialog),
);
const ExtendAll = dynamic(() => import('./extend-all.tsx').then((module) => module.ExtendAll));
const GroupsPanel = dynamic(() => import('./groups-panel.tsx').then((module) => module.GroupsPanel));

/** Who is in the course: students by section with what they always get, and their groups. */
export function RosterScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-roster');
  const { read, write } = useAddress();
  const { me } = useSession();
  const shows = read('show') === 'groups' ? 'groups' : 'students';
  const mayWrite = 'assignments.write' in me.capabilities;
  return (
    <>
      <PageHeader
        look="work"
        title={t('title')}
        actions={
          mayWrite && (
            <SegmentedControl
              label={t('show')}
              value={shows}
              onValueChange={(next) => write({ show: next === 'groups' ? next : null })}
              options={[
                { value: 'students', label: t('students') },
                { value: 'groups', label: t('groups') },
              ]}
            />
          )
        }
      />
      <div className="mt-5">
        {shows === 'groups' && mayWrite ? (
          <GroupsPanel courseId={courseId} />
        ) : (
          <Students courseId={courseId} mayWrite={mayWrite} />
        )}
      </div>
    </>
  );
}

function Students({ courseId, mayWrite }: { courseId: string; mayWrite: boolean }) {
  const t = useTranslations('teaching-roster');
  const people = useList(listEnrollments, rosterRequest(courseId) as never);
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  const accommodations =
    useApi(listAccommodations, mayWrite ? { params: { id: courseId } } : null).data?.data ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [extends_, setExtends] = useState(false);
  const [opened, setOpened] = useState<Enrollment | null>(null);
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(ticked);
    if (isOn) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <RegionBody reply={people}>
      {({ data }) => {
        if (data.length === 0)
          return (
            <EmptyState icon={<Users aria-hidden />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          );
        const chosen = [
          ...new Map(
            data.filter(({ user_id }) => ticked.has(user_id)).map((one) => [one.user_id, one]),
          ).values(),
        ];
        return (
          <>
            {chosen.length > 0 && (
              <div
                role="status"
                className="mb-3 flex flex-wrap items-center gap-2 rounded-card bg-board-tint px-3 py-1.5 text-small"
              >
                <span className="font-semibold text-board tabular-nums">
                  {t('ticked', { count: chosen.length })}
                </span>
                <Button size="small" onClick={() => setExtends(true)}>
                  {t('extend')}
                </Button>
                <Button size="small" variant="quiet" className="ms-auto" onClick={() => setTicked(new Set())}>
                  {t('clear')}
                </Button>
              </div>
            )}
            {(course?.sections ?? []).map((section) => (
              <SectionList
                key={section.id}
                name={section.name}
                people={data.filter(({ section_id }) => section_id === section.id)}
                accommodations={accommodations}
                ticked={ticked}
                onTick={mayWrite ? toggle : null}
                onOpen={mayWrite ? setOpened : null}
              />
            ))}
            {people.data?.next_cursor && (
              <Button loading={people.loadingMore} onClick={() => void people.loadMore()}>
                {t('more')}
              </Button>
            )}
            {opened && (
              <AccommodationDialog
                courseId={courseId}
                student={{ id: opened.user_id, name: opened.user_name }}
                known={accommodations.find(({ student_id }) => student_id === opened.user_id)}
                onClose={() => setOpened(null)}
              />
            )}
            {extends_ && (
              <ExtendAll
                courseId={courseId}
                students={chosen.map(({ user_id, user_name }) => ({ id: user_id, name: user_name }))}
                onClose={() => setExtends(false)}
              />
            )}
          </>
        );
      }}
    </RegionBody>
  );
}

interface SectionProps {
  name: string;
  people: readonly Enrollment[];
  accommodations: readonly Accommodation[];
  ticked: ReadonlySet<string>;
  onTick: ((id: string, isOn: boolean) => void) | null;
  onOpen: ((person: Enrollment) => void) | null;
}

function SectionList({ name, people, accommodations, ticked, onTick, onOpen }: SectionProps) {
  const t = useTranslations('teaching-roster');
  if (people.length === 0) return null;
  return (
    <section aria-label={name} className="mb-8">
      <h2 className="mb-2 font-semibold text-large">
        <bdi>{name}</bdi>{' '}
        <span className="font-regular text-ink-3 text-small">{t('count', { count: people.length })}</span>
      </h2>
      <ul className="divide-y divide-line border-line border-y">
        {people.map((person) => {
          const known = accommodations.find(({ student_id }) => student_id === person.user_id);
          return (
            <li key={person.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
              {onTick && (
                <Checkbox
                  hideLabel
                  label={t('tick', { name: person.user_name })}
                  checked={ticked.has(person.user_id)}
                  onCheckedChange={(isOn) => onTick(person.user_id, isOn)}
                />
              )}
              <bdi className="min-w-0 flex-1">{person.user_name}</bdi>
              {known && (
                <span data-private className="text-info text-small">
                  {[
                    known.extra_days > 0 && t('extraDays', { count: known.extra_days }),
                    !known.has_late_penalty && t('noPenalty'),
                    known.reduced_work && t('reduced'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              )}
              {person.starts_on && (
                <span className="text-ink-3 text-small">{t('since', { day: person.starts_on })}</span>
              )}
              {onOpen && (
                <Button size="small" variant="quiet" onClick={() => onOpen(person)}>
                  {t('accommodation')}
                  <span className="hidden-visually">, {person.user_name}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
