import { listSchools } from '@k12/contracts/identity/schools';
import { EmptyState } from '@k12/ui/empty-state';
import { useMoments } from '@/features/learn/use-moments.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { Region } from '@/shell/region.tsx';

/** One region that is asked for, beside one that needs nothing. */
export function StatesScene() {
  const schools = useApi(listSchools, { query: {} });
  return (
    <main>
      <h1>States</h1>
      <Region title="Schools" reply={schools}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title="No schools yet">They appear here once added.</EmptyState>
          ) : (
            <ul>
              {data.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          )
        }
      </Region>
      <button type="button">Something else</button>
    </main>
  );
}

/** When work is due at a school in New York. */
export function DueScene() {
  const moments = useMoments('America/New_York');
  return <output>{moments.full('2026-11-24T04:59:00Z')}</output>;
}
