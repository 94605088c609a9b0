import { listSchools, updateSchool } from '@k12/contracts/identity/schools';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { useState } from 'react';
import { SchoolForm } from '@/features/identity/schools/school-form.tsx';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { Region } from '@/shell/region.tsx';

const everything = { query: {} };

function Names({ title }: { title: string }) {
  const schools = useList(listSchools, everything);
  return (
    <Region title={title} reply={schools}>
      {({ data }) => (
        <ul>
          {data.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
    </Region>
  );
}

/** Two regions of one list; the second can be put away and brought back. */
export function ListsScene() {
  const [isShown, setShown] = useState(true);
  return (
    <main>
      <Names title="First" />
      <button type="button" onClick={() => setShown(!isShown)}>
        Toggle
      </button>
      {isShown && <Names title="Second" />}
    </main>
  );
}

declare global {
  interface Window {
    /** How many cells the table has drawn. */
    drawn?: number;
  }
}

const columns: DataColumn<{ id: string; name: string }>[] = [
  {
    key: 'name',
    header: 'Name',
    primary: true,
    cell: ({ name }) => {
      window.drawn = (window.drawn ?? 0) + 1;
      return name;
    },
  },
];

/** A table of a list, as pages of lists show it. */
export function TableScene() {
  const schools = useList(listSchools, everything);
  return (
    <main>
      <button type="button" onClick={() => void schools.mutate()}>
        Refresh
      </button>
      <DataTable
        label="Schools"
        rows={schools.data?.data ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        onOpenRow={() => {}}
        selectable
      />
    </main>
  );
}

/** A search whose answers can come in another order than the questions. */
export function LateScene() {
  const [q, setQ] = useState('a');
  const schools = useApi(listSchools, { query: { q } });
  return (
    <main>
      <button type="button" onClick={() => setQ('slow')}>
        Slow
      </button>
      <button type="button" onClick={() => setQ('quick')}>
        Quick
      </button>
      <output>{schools.data?.data.map(({ name }) => name).join()}</output>
    </main>
  );
}

/** A record renamed at once, before the server has agreed. */
export function OptimisticScene() {
  const schools = useApi(listSchools, everything);
  const attempt = useAttempt();
  const rename = useChange(updateSchool, {
    expect: (_record, { body }) => ({ name: (body as { name: string }).name }),
  });
  const [typed, setTyped] = useState('');
  const id = schools.data?.data[0]?.id ?? '';
  const body = { name: typed, lock_version: 0 };
  return (
    <main>
      <input aria-label="Name" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <button type="button" onClick={() => void attempt(() => rename({ params: { id }, body }))}>
        Rename
      </button>
      <output>{schools.data?.data.map(({ name }) => name).join()}</output>
    </main>
  );
}

/** The form of a school while the list behind it is refreshed. */
export function EditingScene() {
  const schools = useApi(listSchools, everything);
  const school = schools.data?.data[0];
  return (
    <main>
      <button type="button" onClick={() => void schools.mutate()}>
        Refresh
      </button>
      <output>{school?.name}</output>
      {school && <SchoolForm school={school} onClose={() => {}} />}
    </main>
  );
}
