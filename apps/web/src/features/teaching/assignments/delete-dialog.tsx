'use client';
import { type Assignment, getAssignmentUsage } from '@k12/contracts/teaching/assignments';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';

interface Props {
  chosen: readonly Assignment[];
  onClose: () => void;
  onDelete: () => void;
}

/** Asked for one by one; beyond these the number says enough. */
const mostNamed = 8;

/** Says what goes before it goes, and that it can come back (TCH-45). */
export function DeleteDialog({ chosen, onClose, onDelete }: Props) {
  const t = useTranslations('teaching-assignments');
  const common = useTranslations('common');
  const used = chosen.filter(({ submitted_count, graded_count }) => submitted_count + graded_count > 0);
  return (
    <Dialog
      open
      urgent
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteTitle', { count: chosen.length })}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="danger" onClick={onDelete}>
            {t('delete')}
          </Button>
        </>
      }
    >
      {used.length > 0 && (
        <ul className="mb-3 grid max-h-60 gap-2 overflow-y-auto">
          {used.slice(0, mostNamed).map((assignment) => (
            <Usage key={assignment.id} assignment={assignment} />
          ))}
          {used.length > mostNamed && (
            <li className="text-ink-2">{t('deleteMore', { count: used.length - mostNamed })}</li>
          )}
        </ul>
      )}
      <p className="text-ink-2">{t('deleteText')}</p>
    </Dialog>
  );
}

function Usage({ assignment }: { assignment: Assignment }) {
  const t = useTranslations('teaching-assignments');
  const { data } = useApi(getAssignmentUsage, { params: { id: assignment.id } });
  return (
    <li>
      <bdi className="block font-medium [overflow-wrap:anywhere]">{assignment.title}</bdi>
      <span className="text-small text-ink-2" aria-busy={!data}>
        {data
          ? t('deleteUsage', {
              work: data.students_with_work,
              grades: data.students_with_grades,
              totals: data.totals_affected,
            })
          : t('deleteGrades', { count: assignment.graded_count })}
      </span>
    </li>
  );
}
