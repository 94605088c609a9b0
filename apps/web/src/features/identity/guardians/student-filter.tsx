'use client';
import { getUser } from '@k12/contracts/identity/users';
import { SearchPicker } from '@k12/ui/person-picker';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useStudentSearch } from './student-search.ts';

/** One student's links; the choice is part of the address. */
export function StudentFilter() {
  const t = useTranslations('guardians');
  const { read, write } = useAddress();
  const search = useStudentSearch();
  const id = read('student');
  const student = useApi(getUser, id ? { params: { id } } : null);
  const value = id ? { value: id, label: student.data?.display_name ?? '' } : null;
  return (
    <div className="w-full tablet:w-72">
      <SearchPicker
        label={t('findStudent')}
        hideLabel
        placeholder={t('findStudent')}
        search={search}
        value={value}
        onValueChange={(option) => write({ student: option?.value ?? null })}
      />
    </div>
  );
}
