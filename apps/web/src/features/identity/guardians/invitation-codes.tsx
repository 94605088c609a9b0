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
import { type ComponentProps, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
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
  const [codes, setCodes] = useState<Code[] | null>(null);
  const [students, setStudents] = useState<Option[]>([]);
  const [relationship, setRelationship] = useState<(typeof Relationship.options)[number]>('parent');
  const create = useChange(createGuardianInvites);
  const search = useStudentSearch();
  const form = useSubmit(['student_ids', 'relationship'], async () => {
    const body = {
      student_ids: students.map((student) => student.value),
      relationship,
    };
    setCodes((await create({ body })).data);
  });
  if (codes) return <MadeCodes codes={codes} onClose={onClose} />;
  return (
    <FormDrawer
      title={t('invite')}
      description={t('inviteText')}
      action={t('makeCodes', { count: students.length })}
      form={form}
      alsoChanged={students.length > 0}
      onClose={onClose}
    >
      <SearchMultiPicker
        id="student_ids"
        label={t('students')}
        error={form.failure?.fields.student_ids}
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
    </FormDrawer>
  );
}

function MadeCodes({ codes, onClose }: { codes: Code[]; onClose: () => void }) {
  const t = useTranslations('guardians');
  const print = (
    <Button variant="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('invite')}
      description={t('inviteText')}
      footer={print}
    >
      <CodeTable codes={codes} />
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
