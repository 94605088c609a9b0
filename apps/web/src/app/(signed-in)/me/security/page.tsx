import { redirect } from 'next/navigation';
import { loadPage } from '@/lib/api/server.ts';
import { pages } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';

/** The address written in mails; the page itself lives among the settings. */
export default async function Page() {
  await loadPage(pages.ownSecurity);
  redirect(paths.security());
}
