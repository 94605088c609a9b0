'use client';
import { createGuardianInvites } from '@k12/contracts/identity/guardian-invites';
import { Relationship } from '@k12/contracts/identity/guardian-links';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { SearchMultiPicker } from '@k12/ui/person-picker';
import { SelectField } from '@k12/ui/select-field';
import { SimpleTable } from '@k12/ui/simple-table';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useId, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { FormFailures } from '@/lib/forms/form-failures.tsx';
import { useSubmit } from '@/lib/forms/submit.ts';
import { useStudentSearch } from './student-search.ts';

type Option = ComponentProps<typeof SearchMultiPicker>['values'][number];
interface Code {
  id: string;
  student_name: string;
  code: string;
  expires_at: string;
}

/** One code per chosen student; codes are shown once and can be printed for handing out. */
export function InvitationCodes({ onClose }: { onClose: () => void }) {
  const t = useTranslations('guardians');
  const tc = useTranslations('common');
  const form = useId();
  const [codes, setCodes] = useState<Code[] | null>(null);
  const [students, setStudents] = useState<Option[]>([]);
  const [relationship, setRelationship] = useState<(typeof Relationship.options)[number]>('parent');
  const create = useChange(createGuardianInvites);
  const search = useStudentSearch();
  const { failure, sending, submit } = useSubmit(['student_ids', 'relationship'], async () => {
    const body = {
      student_ids: students.map((student) => student.value),
      relationship,
    };
    setCodes((await create({ body })).data);
  });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('invite')}
      description={t('inviteText')}
      footer={
        codes ? (
          <Button variant="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{tc('cancel')}</Button>
            <Button type="submit" form={form} variant="primary" loading={sending}>
              {t('makeCodes', { count: students.length })}
            </Button>
          </>
        )
      }
    >
      {codes ? (
        <CodeTable codes={codes} />
      ) : (
        <form id={form} onSubmit={submit} noValidate className="grid gap-4">
          <FormFailures failure={failure} />
          <SearchMultiPicker
            id="student_ids"
            label={t('students')}
            error={failure?.fields.student_ids}
            required
            search={search}
            values={students}
            onValuesChange={setStudents}
          />
          <SelectField
            label={t('relationship')}
            value={relationship}
            onValueChange={(value) =>
              setRelationship(Relationship.options.find((known) => known === value) ?? 'parent')
            }
            options={Relationship.options.map((value) => ({ value, label: t(`relationships.${value}`) }))}
          />
        </form>
      )}
    </Drawer>
  );
}

function CodeTable({ codes }: { codes: Code[] }) {
  const t = useTranslations('guardians');
  const dates = useDates();
  return (
    <SimpleTable
      label={t('codes')}
      rows={codes}
      rowKey={(code) => code.id}
      columns={[
        { key: 'student', header: t('student'), cell: (code) => code.student_name },
        {
          key: 'code',
          header: t('code'),
          cell: (code) => (
            <span className="font-semibold tabular-nums" dir="ltr">
              {code.code}
            </span>
          ),
        },
        {
          key: 'until',
          header: t('validUntil'),
          cell: (code) => dates.shortDay(code.expires_at.slice(0, 10)),
        },
      ]}
    />
  );
}
