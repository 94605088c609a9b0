'use client';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { listEnrollments } from '@k12/contracts/teaching/enrollments';
import { Checkbox } from '@k12/ui/checkbox';
import { TextField } from '@k12/ui/text-field';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { rosterRequest } from '@/features/teaching/roster/roster-request.ts';
import { useApi } from '@/lib/api/hooks.ts';

export interface ActProps {
  courseId: string;
  assignment: Assignment;
  onClose: () => void;
}

export function useStudents(courseId: string): { id: string; name: string }[] {
  const people = useApi(listEnrollments, rosterRequest(courseId)).data?.data ?? [];
  return [...new Map(people.map((one) => [one.user_id, { id: one.user_id, name: one.user_name }])).values()];
}

interface Props {
  courseId: string;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** One or many students of the course, found by name. */
export function ChooseStudents({ courseId, chosen, onChange }: Props) {
  const t = useTranslations('teaching-assignments.acts');
  const students = useStudents(courseId);
  const [typed, setTyped] = useState('');
  const words = typed.trim().toLocaleLowerCase();
  const shown = students.filter(({ name }) => name.toLocaleLowerCase().includes(words));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-small">{t('students', { count: chosen.size })}</legend>
      <TextField
        label={t('find')}
        hideLabel
        type="search"
        placeholder={t('find')}
        icon={<Search size={16} aria-hidden />}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="grid max-h-52 gap-x-4 overflow-y-auto rounded-control border border-line p-2 tablet:grid-cols-2">
        {shown.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<bdi>{name}</bdi>}
            checked={chosen.has(id)}
            onCheckedChange={(isOn) => toggle(id, isOn)}
          />
        ))}
      </div>
    </fieldset>
  );
}
