'use client';
import { type Accommodation, listAccommodations } from '@k12/contracts/teaching/accommodations';
import { getCourse } from '@k12/contracts/teaching/courses';
import { type Enrollment, listEnrollments } from '@k12/contracts/teaching/enrollments';
import { Button } from '@k12/ui/button';
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
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { useAskedForNew } from '@/shell/asked-for-new.ts';
import { ListSearch } from '@/shell/list-search.tsx';
import { usePageActions } from '@/shell/page-actions.ts';
import { RegionBody } from '@/shell/region.tsx';
import { rosterRequest } from './roster-request.ts';
import { SectionList } from './section-list.tsx';

const AccommodationDialog = dynamic(
  loaded(() => import('./accommodation-dialog.tsx').then((module) => module.AccommodationDialog)),
  { loading: nothingYet },
);
const EnrollDialog = dynamic(
  loaded(() => import('./enroll-dialog.tsx').then((module) => module.EnrollDialog)),
  { loading: nothingYet },
);
const MoveDialog = dynamic(
  loaded(() => import('./move-dialog.tsx').then((module) => module.MoveDialog)),
  { loading: nothingYet },
);
const StaffPanel = dynamic(
  loaded(() => import('./staff-panel.tsx').then((module) => module.StaffPanel)),
  { loading: nothingYet },
);
const StudentPanelDrawer = dynamic(
  loaded(() => import('./student-panel.tsx').then((module) => module.StudentPanelDrawer)),
  { loading: nothingYet },
);
const ExtendAll = dynamic(
  loaded(() => import('./extend-all.tsx').then((module) => module.ExtendAll)),
  { loading: nothingYet },
);
const GroupsPanel = dynamic(
  loaded(() => import('./groups-panel.tsx').then((module) => module.GroupsPanel)),
  { loading: nothingYet },
);

/** Who is in the course: students by section with what they always get, and their groups. */
export function RosterScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-roster');
  const { read, write } = useAddress();
  const { me } = useSession();
  const asked = read('show');
  const student = read('student');
  const mayWrite = 'assignments.write' in me.capabilities;
  const shows = asked === 'staff' || (asked === 'groups' && mayWrite) ? asked : 'students';
  const [enrolls, setEnrolls] = useState(false);
  useAskedForNew(() => setEnrolls(true));
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  return (
    <>
      <PageHeader
        look="work"
        title={t('title')}
        actions={
          <>
            <SegmentedControl
              label={t('show')}
              value={shows}
              onValueChange={(next) => write({ show: next === 'students' ? null : next })}
              options={[
                { value: 'students', label: t('students') },
                { value: 'staff', label: t('staff') },
                ...(mayWrite ? [{ value: 'groups', label: t('groups') }] : []),
              ]}
            />
            {course?.can.manage_enrollments && (
              <Button variant="primary" onClick={() => setEnrolls(true)}>
                {t('enroll.title')}
              </Button>
            )}
          </>
        }
      />
      <div className="mt-5">
        {shows === 'groups' && <GroupsPanel courseId={courseId} />}
        {shows === 'staff' && <StaffPanel courseId={courseId} />}
        {shows === 'students' && (
          <div className="mb-5 max-w-sm">
            <ListSearch label={t('find')} />
          </div>
        )}
        {shows === 'students' && <Students courseId={courseId} mayWrite={mayWrite} />}
      </div>
      {student && 'gradebook.read' in me.capabilities && (
        <StudentPanelDrawer
          courseId={courseId}
          studentId={student}
          onClose={() => write({ student: null })}
        />
      )}
      {enrolls && course?.can.manage_enrollments && (
        <EnrollDialog
          school_id={course.school_id}
          sections={course.sections}
          onClose={() => setEnrolls(false)}
        />
      )}
    </>
  );
}

function Students({ courseId, mayWrite }: { courseId: string; mayWrite: boolean }) {
  const t = useTranslations('teaching-roster');
  const { me } = useSession();
  const [everybody, setEverybody] = useState(false);
  const { read, write } = useAddress();
  const q = read('q');
  const people = useList(listEnrollments, rosterRequest(courseId, everybody, q));
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  const accommodations =
    useApi(listAccommodations, mayWrite ? { params: { id: courseId } } : null).data?.data ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [extends_, setExtends] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const opens = (what: Opened['what']) => (person: Enrollment) => setOpened({ what, person });
  const readsWork = 'gradebook.read' in me.capabilities;
  const toggle = (id: string, isOn: boolean) =>
    setTicked(new Set([...ticked, id].filter((one) => isOn || one !== id)));
  return (
    <RegionBody reply={people}>
      {({ data }) => {
        if (data.length === 0) return <NobodyYet called={q} />;
        const chosen = tickedOf(data, ticked);
        return (
          <>
            {chosen.length > 0 && (
              <TickedBar
                count={chosen.length}
                onExtend={() => setExtends(true)}
                onClear={() => setTicked(new Set())}
              />
            )}
            {(course?.sections ?? []).map((section) => (
              <SectionList
                key={section.id}
                name={section.name}
                count={q || everybody ? undefined : section.students_count}
                people={data.filter(({ section_id }) => section_id === section.id)}
                accommodations={accommodations}
                ticked={ticked}
                onTick={mayWrite ? toggle : null}
                onPanel={readsWork ? ({ user_id }) => write({ student: user_id }) : null}
                onAccommodation={mayWrite ? opens('accommodation') : null}
                onMove={opens('move')}
              />
            ))}
            {people.data?.next_cursor && (
              <Button loading={people.loadingMore} onClick={() => void people.loadMore()}>
                {t('more')}
              </Button>
            )}
            {mayWrite && (
              <Button size="small" variant="quiet" onClick={() => setEverybody(!everybody)}>
                {t(everybody ? 'hideGone' : 'showGone')}
              </Button>
            )}
            {opened && (
              <OpenedDialog
                {...opened}
                courseId={courseId}
                known={accommodations.find(({ student_id }) => student_id === opened.person.user_id)}
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

interface Opened {
  what: 'accommodation' | 'move';
  person: Enrollment;
}

interface OpenedProps extends Opened {
  courseId: string;
  known: Accommodation | undefined;
  onClose: () => void;
}

function OpenedDialog({ what, person, courseId, known, onClose }: OpenedProps) {
  const { user_id, user_name: name } = person;
  if (what === 'move') return <MoveDialog enrollment={person} onClose={onClose} />;
  return (
    <AccommodationDialog
      courseId={courseId}
      student={{ id: user_id, name }}
      known={known}
      onClose={onClose}
    />
  );
}

function TickedBar({
  count,
  onExtend,
  onClear,
}: {
  count: number;
  onExtend: () => void;
  onClear: () => void;
}) {
  const t = useTranslations('teaching-roster');
  usePageActions([{ key: 'extend', label: t('extend'), hint: t('ticked', { count }), run: onExtend }]);
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center gap-2 rounded-card bg-board-tint px-3 py-1.5 text-small"
    >
      <span className="font-semibold text-board tabular-nums">{t('ticked', { count })}</span>
      <Button size="small" onClick={onExtend}>
        {t('extend')}
      </Button>
      <Button size="small" variant="quiet" className="ms-auto" onClick={onClear}>
        {t('clear')}
      </Button>
    </div>
  );
}

function NobodyYet({ called }: { called: string }) {
  const t = useTranslations('teaching-roster');
  if (called) return <p className="text-ink-2">{t('noneCalled', { name: called })}</p>;
  return (
    <EmptyState icon={<Users aria-hidden />} title={t('emptyTitle')}>
      {t('emptyText')}
    </EmptyState>
  );
}

/** Each person once, although they may stand in two sections. */
function tickedOf(people: readonly Enrollment[], ticked: ReadonlySet<string>): Enrollment[] {
  const chosen = people.filter(({ user_id }) => ticked.has(user_id));
  return [...new Map(chosen.map((one) => [one.user_id, one])).values()];
}
