'use client';
import { createMembership, type Membership, moveUser, type User } from '@k12/contracts/identity/users';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { SelectField } from '@k12/ui/select-field';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { optionalOf, textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useSession } from '@/lib/session-context.tsx';
import { GradeField } from '../users/grade-field.tsx';

const refreshes = ['users.', 'schools.', 'role_assignments.'];
const joinFields = ['school_id', 'grade_level', 'starts_on', 'ends_on', 'is_primary'];
const moveFields = ['to_school_id', 'on', 'grade_level'];

/** A further school; what the person has in the others stays. */
export function JoinSchool({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTranslations('people');
  const toast = useToast();
  const join = useChange(createMembership, refreshes);
  const schools = useSchoolsBut(user.memberships.filter((row) => row.in_force).map((row) => row.school_id));
  const form = useSubmit(joinFields, async (values) => {
    const school_id = textOf(values, 'school_id');
    const body = {
      school_id,
      grade_level: optionalOf(values, 'grade_level'),
      starts_on: optionalOf(values, 'starts_on'),
      ends_on: optionalOf(values, 'ends_on'),
      is_primary: values.get('is_primary') !== null,
    };
    await join({ params: { id: user.id }, body });
    toast.show({ message: t('join.done', { name: user.display_name, school: nameIn(schools, school_id) }) });
    onClose();
  });
  const field = (name: string) => ({ id: name, name, error: form.failure?.fields[name] });
  return (
    <FormDrawer
      title={t('join.title', { name: user.display_name })}
      description={t('join.text')}
      action={t('join.action')}
      form={form}
      onClose={onClose}
    >
      <SelectField {...field('school_id')} label={t('school')} required options={schools} />
      {user.roles.includes('student') && <GradeField {...field('grade_level')} label={t('grade')} />}
      <div className="grid grid-cols-2 gap-4">
        <DateField {...field('starts_on')} label={t('startsOn')} />
        <DateField {...field('ends_on')} label={t('endsOn')} />
      </div>
      <Checkbox {...field('is_primary')} label={t('join.primary')} />
    </FormDrawer>
  );
}

interface MoveProps {
  user: User;
  from: Membership;
  onClose: () => void;
}

/** The old school keeps what was done there; from the day on the new one looks after the person (IDN-08). */
export function MoveSchool({ user, from, onClose }: MoveProps) {
  const t = useTranslations('people');
  const toast = useToast();
  const move = useChange(moveUser, refreshes);
  const schools = useSchoolsBut([from.school_id]);
  const isStudent = user.roles.includes('student');
  const form = useSubmit(moveFields, async (values) => {
    const to_school_id = textOf(values, 'to_school_id');
    const body = {
      from_school_id: from.school_id,
      to_school_id,
      on: textOf(values, 'on'),
      ...(isStudent && { grade_level: optionalOf(values, 'grade_level') }),
    };
    await move({ params: { id: user.id }, body });
    const school = nameIn(schools, to_school_id);
    toast.show({ message: t('move.done', { name: user.display_name, school }) });
    onClose();
  });
  const field = (name: string) => ({ id: name, name, error: form.failure?.fields[name] });
  return (
    <FormDrawer
      title={t('move.title', { name: user.display_name })}
      description={t('move.text', { school: from.school_name })}
      action={t('move.action')}
      form={form}
      onClose={onClose}
    >
      <SelectField {...field('to_school_id')} label={t('move.to')} required options={schools} />
      <DateField {...field('on')} label={t('move.on')} required />
      {isStudent && (
        <GradeField {...field('grade_level')} label={t('grade')} defaultValue={from.grade_level ?? ''} />
      )}
    </FormDrawer>
  );
}

type Option = { value: string; label: string };

export function useSchoolsBut(taken: readonly string[]): Option[] {
  const { me } = useSession();
  return me.schools
    .filter((school) => !taken.includes(school.id))
    .map(({ id, name }) => ({ value: id, label: name }));
}

function nameIn(schools: readonly Option[], id: string): string {
  return schools.find((school) => school.value === id)?.label ?? '';
}
