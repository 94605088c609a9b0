import { archiveSchool, listSchools, restoreSchool } from '@k12/contracts/identity/schools';
import { usePathname, useRouter } from 'next/navigation';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';

/** A list from which a record goes at once, and another page to go to. */
export function UndoScene() {
  const router = useRouter();
  const isElsewhere = usePathname() === '/elsewhere';
  return (
    <main>
      <button type="button" onClick={() => router.push('/elsewhere')}>
        Go elsewhere
      </button>
      {isElsewhere ? <h1>Elsewhere</h1> : <Schools />}
    </main>
  );
}

function Schools() {
  const schools = useApi(listSchools, { query: {} });
  const attempt = useAttempt();
  const archive = useChange(archiveSchool);
  const restore = useChange(restoreSchool);
  return schools.data?.data.map(({ id, name }) => (
    <button
      key={id}
      type="button"
      onClick={() =>
        void attempt(() => archive({ params: { id } }), {
          done: `${name} is archived.`,
          undo: () => restore({ params: { id } }),
        })
      }
    >
      Archive {name}
    </button>
  ));
}
