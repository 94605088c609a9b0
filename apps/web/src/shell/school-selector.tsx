'use client';
import { Button } from '@k12/ui/button';
import { Menu, MenuChoice } from '@k12/ui/menu';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { mayDiscardInput } from '@/lib/forms/unsaved-input.ts';
import { useSession } from '@/lib/session-context.tsx';

const everySchool = 'all';

/** Plain text with one school, a choice that belongs to this tab with several (UXP-07). */
export function SchoolSelector() {
  const { me, school_id, chooseSchool } = useSession();
  const t = useTranslations('shell');
  const unsaved = useTranslations('errors')('unsaved');
  const [only, ...others] = me.schools;
  if (!only) return <span className="truncate text-body text-ink-2">{me.tenant.name}</span>;
  if (others.length === 0) return <span className="truncate text-body text-ink-2">{only.name}</span>;
  const current = me.schools.find((school) => school.id === school_id);
  const options = [
    { value: everySchool, label: t('allSchools') },
    ...me.schools.map((school) => ({ value: school.id, label: school.name })),
  ];
  return (
    <Menu
      trigger={
        <Button variant="quiet" className="-ms-3" iconEnd={<ChevronDown size={16} />}>
          <span className="hidden-visually">{t('school')}</span>
          <span className="max-w-56 truncate">{current?.name ?? t('allSchools')}</span>
        </Button>
      }
    >
      <MenuChoice
        label={t('school')}
        value={school_id ?? everySchool}
        onValueChange={(value) =>
          mayDiscardInput(unsaved) && chooseSchool(value === everySchool ? null : value)
        }
        options={options}
      />
    </Menu>
  );
}
