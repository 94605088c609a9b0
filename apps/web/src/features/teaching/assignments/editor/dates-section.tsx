'use client';
import { ApiProblem } from '@k12/contracts/client';
import type { AssignmentDate, DueRule } from '@k12/contracts/teaching/assignment-date-records';
import { getAssignmentDates, putAssignmentDates } from '@k12/contracts/teaching/assignment-dates';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { getCourse } from '@k12/contracts/teaching/courses';
import { listEnrollments } from '@k12/contracts/teaching/enrollments';
import { Button } from '@k12/ui/button';
import { Menu, MenuGroup, MenuItem } from '@k12/ui/menu';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { rosterRequest } from '@/features/teaching/roster/roster-request.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { DateLineRow } from './date-line-row.tsx';
import { sendOnNewest } from './send-on-newest.ts';

interface Props {
  courseId: string;
  assignment: Assignment;
  disabled: boolean;
}

const nothingSet = {
  is_assigned: true,
  available_from_at: null,
  due_at: null,
  due_rule: null as DueRule | null,
  available_until_at: null,
};

/** For everyone, and apart for sections and students; what is set shows to each the dates of the nearest line. */
export function DatesSection({ courseId, assignment, disabled }: Props) {
  const t = useTranslations('teaching-assignments');
  const attempt = useAttempt();
  const { data } = useApi(getAssignmentDates, { params: { id: assignment.id } });
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  const put = useChange(putAssignmentDates, ['assignments.', 'courses.dates_grid']);
  const [problems, setProblems] = useState<Record<string, string>>({});
  if (!data) return null;
  const everyone = { target: 'everyone' as const, target_id: null, target_name: null, ...nothingSet };
  const hasEveryone = data.lines.some(({ target }) => target === 'everyone');
  const lines: AssignmentDate[] = hasEveryone ? data.lines : [everyone, ...data.lines];
  const save = (next: readonly AssignmentDate[]) =>
    void attempt(async () => {
      const wanted = next.map(({ target_name: _name, ...line }) => line);
      const send = (lock_version: number) =>
        put({ params: { id: assignment.id }, body: { lines: wanted, lock_version } });
      try {
        await sendOnNewest(data, (dates) => dates.lines, send);
        setProblems({});
      } catch (error) {
        const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
        setProblems(Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail])));
        if (errors.length === 0) throw error;
      }
    });
  const change = (at: number, changes: Partial<AssignmentDate>) =>
    save(lines.map((line, place) => (place === at ? { ...line, ...changes } : line)));
  const named = new Set(lines.map(({ target_id }) => target_id));
  const base = lines.find(({ target }) => target === 'everyone') ?? everyone;
  const add = (target: 'section' | 'student', target_id: string, target_name: string) =>
    save([...lines, { ...base, target, target_id, target_name, is_assigned: true }]);
  return (
    <section aria-labelledby="assignment-dates">
      <h2 id="assignment-dates" className="mb-3 font-semibold text-large">
        {t('datesTitle')}
      </h2>
      <div className="grid gap-3">
        {lines.map((line, at) => (
          <DateLineRow
            key={`${line.target}${line.target_id}`}
            line={line}
            courseId={courseId}
            assignmentId={assignment.id}
            timeZone={data.time_zone}
            disabled={disabled}
            problem={(field) => problems[`/lines/${at}/${field}`]}
            onChange={(changes) => change(at, changes)}
            onRemove={
              line.target === 'everyone' ? null : () => save(lines.filter((_, place) => place !== at))
            }
          />
        ))}
      </div>
      {!disabled && (
        <div className="mt-3">
          <Menu
            trigger={
              <Button size="small" icon={<Plus aria-hidden />}>
                {t('addDates')}
              </Button>
            }
          >
            <MenuGroup label={t('targets.section')}>
              {course?.sections
                .filter(({ id }) => !named.has(id))
                .map(({ id, name }) => (
                  <MenuItem key={id} onPress={() => add('section', id, name)}>
                    <bdi>{name}</bdi>
                  </MenuItem>
                ))}
            </MenuGroup>
            <Students courseId={courseId} named={named} onAdd={(id, name) => add('student', id, name)} />
          </Menu>
        </div>
      )}
    </section>
  );
}

interface StudentsProps {
  courseId: string;
  named: ReadonlySet<string | null>;
  onAdd: (id: string, name: string) => void;
}

/** Read when the menu opens. */
function Students({ courseId, named, onAdd }: StudentsProps) {
  const t = useTranslations('teaching-assignments');
  const { data } = useApi(listEnrollments, rosterRequest(courseId));
  return (
    <MenuGroup label={t('targets.student')}>
      {data?.data
        .filter(({ user_id }) => !named.has(user_id))
        .map(({ user_id, user_name }) => (
          <MenuItem key={user_id} onPress={() => onAdd(user_id, user_name)}>
            <bdi>{user_name}</bdi>
          </MenuItem>
        ))}
    </MenuGroup>
  );
}
