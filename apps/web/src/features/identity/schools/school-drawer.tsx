'use client';
import { getSchool, type School } from '@k12/contracts/identity/schools';
import dynamic from 'next/dynamic';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

// Most visits to the list open no form, so they do not carry one (UXP-107).
const SchoolForm = dynamic(
  loaded(() => import('./school-form.tsx').then((module) => module.SchoolForm)),
  { loading: nothingYet },
);

interface Props {
  /** From the address: a school's id, `new`, or nothing. */
  id: string | null;
  rows: readonly School[] | undefined;
  onClose: () => void;
}

/** The form of the opened school; one that the list does not hold is asked for. */
export function SchoolDrawer({ id, rows, onClose }: Props) {
  const known = rows?.find((row) => row.id === id);
  const asked = useApi(getSchool, id && id !== 'new' && rows && !known ? { params: { id } } : null);
  const school = known ?? asked.data;
  if (id === 'new') return <SchoolForm key="new" school={null} onClose={onClose} />;
  return id && school ? <SchoolForm key={id} school={school} onClose={onClose} /> : null;
}
