import { redirect } from 'next/navigation';

/** The address written in mails; the page itself lives at its canonical one. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  redirect(`/invite/${encodeURIComponent((await params).token)}`);
}
