import { listUsers } from '@k12/contracts/identity/users';
import { usersQuery } from '@/features/identity/users/users-query.ts';
import { UsersScreen } from '@/features/identity/users/users-screen.tsx';
import { loadPage } from '@/lib/api/server.ts';
import type { PageProps } from '@/lib/page-props.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';
import { PageFrame } from '@/shell/page-frame.tsx';

export const generateMetadata = titleOf(pages.adminUsers);

export default async function Page({ searchParams }: PageProps) {
  const asked = new URLSearchParams((await searchParams) as Record<string, string>);
  const query = usersQuery((name) => asked.get(name));
  const { fallback } = await loadPage(pages.adminUsers, [[listUsers, { query }]]);
  return (
    <PageFrame fallback={fallback}>
      <UsersScreen />
    </PageFrame>
  );
}
