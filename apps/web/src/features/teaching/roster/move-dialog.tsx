'use client';
import { getCourse, listCourses } from '@k12/contracts/teaching/courses';
import {
  type EnrollmentMovePreview,
  moveEnrollment,
  previewEnrollmentMove,
} from '@k12/contracts/teaching/enrollment-moves';
import type { Enrollment } from '@k12/contracts/teaching/enrollments';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

interface Props {
  enrollment: Enrollment;
  onClose: () => void;
}

/** To another section, with what changes told before; to another course with the grades one chooses (TCH-09). */
export function MoveDialog({ enrollment, onClose }: Props) {
  const t = useTranslations('teaching-roster');
  const attempt = useAttempt();
  const move = useChange(moveEnrollment, ['enrollments.', 'courses.', 'gradebook.', 'assignments.']);
  const [sectionId, setSectionId] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const preview = useApi(
    previewEnrollmentMove,
    sectionId ? { params: { id: enrollment.id }, query: { section_id: sectionId } } : null,
  );
  const carry = (found: EnrollmentMovePreview) =>
    found.grades.flatMap(({ assignment_id, suggested_id }) => {
      const to = chosen[assignment_id] ?? suggested_id ?? '';
      return to ? [{ from_assignment_id: assignment_id, to_assignment_id: to }] : [];
    });
  const send = async () => {
    if (!preview.data) return;
    const body = {
      section_id: sectionId,
      lock_version: enrollment.lock_version,
      grades: carry(preview.data),
    };
    const done = t('move.done', { name: enrollment.user_name, section: preview.data.section_name });
    if (await attempt(() => move({ params: { id: enrollment.id }, body }), { done })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('move.title', { name: enrollment.user_name })}
      description={t('move.text')}
      footer={
        <Button variant="primary" disabled={!preview.data} onClick={() => void send()}>
          {t('move.send')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <TargetField enrollment={enrollment} value={sectionId} onValueChange={setSectionId} />
        {sectionId && (
          <RegionBody reply={preview}>
            {(found) => (
              <>
                <DueChanges preview={found} />
                {found.grades.map((grade) => (
                  <SelectField
                    key={grade.assignment_id}
                    label={`${grade.title} (${grade.score}/${grade.points_possible})`}
                    value={chosen[grade.assignment_id] ?? grade.suggested_id ?? ''}
                    onValueChange={(to) => setChosen({ ...chosen, [grade.assignment_id]: to })}
                    options={[
                      { value: '', label: t('move.leave') },
                      ...found.targets.map(({ assignment_id, title }) => ({
                        value: assignment_id,
                        label: title,
                      })),
                    ]}
                  />
                ))}
              </>
            )}
          </RegionBody>
        )}
      </div>
    </Dialog>
  );
}

/** The other sections of the course first, then those of the caller's other courses. */
function TargetField({
  enrollment,
  value,
  onValueChange,
}: Pick<Props, 'enrollment'> & { value: string; onValueChange: (id: string) => void }) {
  const t = useTranslations('teaching-roster');
  const { data: course } = useApi(getCourse, { params: { id: enrollment.course_id } });
  const others = useApi(listCourses, { query: { mine: true, limit: 50 } });
  const own = (course?.sections ?? []).filter(({ id }) => id !== enrollment.section_id);
  const options = [
    ...own.map(({ id, name }) => ({ value: id, label: name })),
    ...(others.data?.data ?? [])
      .filter(({ id, can }) => id !== enrollment.course_id && can.manage_enrollments)
      .flatMap(({ name: courseName, sections }) =>
        sections.map(({ id, name }) => ({ value: id, label: `${courseName} · ${name}` })),
      ),
  ];
  return (
    <SelectField
      label={t('move.to')}
      value={value}
      onValueChange={onValueChange}
      placeholder={t('move.choose')}
      options={options}
    />
  );
}

function DueChanges({ preview }: { preview: EnrollmentMovePreview }) {
  const t = useTranslations('teaching-roster');
  const format = useFormatter();
  const day = (at: string | null) =>
    at
      ? format.dateTime(new Date(at), {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone: preview.time_zone,
        })
      : t('move.noDue');
  if (preview.due_changes.length === 0) return <p>{t('move.nothing')}</p>;
  return (
    <section aria-label={t('move.changes')}>
      <h3 className="mb-1 font-semibold">{t('move.changes')}</h3>
      <ul className="max-h-60 divide-y divide-line overflow-y-auto border-line border-y">
        {preview.due_changes.map((change) => (
          <li key={change.assignment_id} className="py-1.5">
            <bdi className="font-medium">{change.title}</bdi>
            <span className="block text-ink-2 text-small">
              {change.is_assigned_after
                ? t('move.change', { before: day(change.due_before), after: day(change.due_after) })
                : t('move.gone')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
