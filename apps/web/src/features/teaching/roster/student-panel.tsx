'use client';
import { getStudentPanel, type PanelWork, type StudentPanel } from '@k12/contracts/teaching/student-panel';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { Link } from '@k12/ui/link';
import { LinkButton } from '@k12/ui/link-button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ItemState, Score } from '@/features/learn/item-state.tsx';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { StudentNotes } from './student-notes.tsx';

const ExtendAll = dynamic(
  loaded(() => import('./extend-all.tsx').then((module) => module.ExtendAll)),
  { loading: nothingYet },
);

interface Props {
  courseId: string;
  studentId: string;
  /** Known already, or told by the panel itself. */
  name?: string;
  /** Where there is a history of grades to open. */
  onHistory?: () => void;
  onClose: () => void;
}

/** One student: all work, both readings of the total, notes, contacts, and the ways on from here (TCH-106). */
export function StudentPanelDrawer({ courseId, studentId, name: known, onHistory, onClose }: Props) {
  const t = useTranslations('teaching-panel');
  const reply = useApi(getStudentPanel, { params: { id: courseId, student_id: studentId } });
  const name = known ?? reply.data?.student.name ?? '…';
  const tc = useTranslations('common');
  const [extends_, setExtends] = useState(false);
  const facts = ({ student }: StudentPanel) =>
    [
      student.pronounced_as && tc('saidAs', { words: student.pronounced_as }),
      ...student.section_names,
      student.student_number,
    ]
      .filter(Boolean)
      .join(' · ');
  if (extends_)
    return <ExtendAll courseId={courseId} students={[{ id: studentId, name }]} onClose={onClose} />;
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={<bdi>{name}</bdi>}
      description={reply.data && facts(reply.data)}
      footer={
        <>
          {onHistory && <Button onClick={onHistory}>{t('history')}</Button>}
          {reply.data?.can.extend && <Button onClick={() => setExtends(true)}>{t('extend')}</Button>}
          <LinkButton href={paths.familyView(courseId, studentId)}>{t('familyView')}</LinkButton>
        </>
      }
    >
      <RegionBody reply={reply}>
        {(panel) => (
          <div className="grid gap-7">
            {panel.student.state !== 'active' && (
              <p className="text-warn">{t(`states.${panel.student.state}`)}</p>
            )}
            <Totals panel={panel} />
            <Work courseId={courseId} studentId={studentId} work={panel.work} />
            <StudentNotes courseId={courseId} studentId={studentId} panel={panel} />
            {panel.contacts && <Contacts contacts={panel.contacts} />}
          </div>
        )}
      </RegionBody>
    </Drawer>
  );
}

function Totals({ panel }: { panel: StudentPanel }) {
  const t = useTranslations('teaching-panel');
  const { staff, family } = panel.totals;
  const shown = (percent: string | null, label: string | null) =>
    [percent && `${Math.round(Number(percent) * 10) / 10} %`, label].filter(Boolean).join(' · ') || '–';
  return (
    <dl className="grid grid-cols-2 gap-3">
      <div className="rounded-card border border-line bg-raised p-3">
        <dt className="text-ink-2 text-small">{t('asTeacher')}</dt>
        <dd className="font-semibold text-heading tabular-nums">{shown(staff.percent, staff.label)}</dd>
      </div>
      <div className="rounded-card border border-line bg-raised p-3">
        <dt className="text-ink-2 text-small">{t('asFamily')}</dt>
        <dd className="font-semibold text-heading tabular-nums">
          {family ? shown(family.percent, family.label) : t('noTotal')}
        </dd>
      </div>
    </dl>
  );
}

interface WorkProps {
  courseId: string;
  studentId: string;
  work: readonly PanelWork[];
}

function Work({ courseId, studentId, work }: WorkProps) {
  const t = useTranslations('teaching-panel');
  return (
    <section aria-labelledby="panel-work">
      <h3 id="panel-work" className="mb-2 font-semibold text-large">
        {t('work')}
      </h3>
      {work.length === 0 && <p className="text-ink-2">{t('noWork')}</p>}
      <ul className="divide-y divide-line border-line border-y">
        {work.map(({ staff, family, is_anonymous }) => (
          <li key={staff.assignment_id} className="grid grid-cols-[1fr_auto] items-center gap-x-3 py-2">
            {is_anonymous ? (
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{staff.title}</bdi>
            ) : (
              <Link
                href={paths.gradeWork(courseId, staff.assignment_id, studentId)}
                className="min-w-0 text-ink hover:underline [overflow-wrap:anywhere]"
              >
                <bdi>{staff.title}</bdi>
              </Link>
            )}
            <span className="flex items-center gap-2">
              {is_anonymous ? <Badge>{t('anonymous')}</Badge> : <Score item={staff} />}
              <ItemState item={staff} />
            </span>
            <FamilyReading staff={staff} family={family} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said only where the family sees something else. */
function FamilyReading({ staff, family }: Pick<PanelWork, 'staff' | 'family'>) {
  const t = useTranslations('teaching-panel');
  if (family && family.status === staff.status && family.score === staff.score) return null;
  return (
    <span className="col-span-2 flex items-center gap-2 text-ink-2 text-small">
      {t('familySees')} {family ? <ItemState item={family} /> : t('nothing')}
    </span>
  );
}

function Contacts({ contacts }: { contacts: NonNullable<StudentPanel['contacts']> }) {
  const t = useTranslations('teaching-panel');
  return (
    <section aria-labelledby="panel-contacts" data-private>
      <h3 id="panel-contacts" className="mb-2 font-semibold text-large">
        {t('contacts')}
      </h3>
      {contacts.length === 0 && <p className="text-ink-2">{t('noContacts')}</p>}
      <ul className="grid gap-2">
        {contacts.map(({ id, name, email }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-3">
            <bdi>{name}</bdi>
            {email && (
              <a href={`mailto:${email}`} className="text-board underline" dir="ltr">
                {email}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
