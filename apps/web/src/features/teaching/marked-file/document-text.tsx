'use client';
import type { RichNode } from '@k12/plan-content/rich-text';
import { SkeletonRows } from '@k12/ui/skeleton';
import { useTranslations } from 'next-intl';
import useSWR from 'swr';
import { RichTextView } from '@/features/planning/editor/rich-text/rich-text-view.tsx';

async function readNode(url: string): Promise<RichNode> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`The file answered ${reply.status}`);
  return reply.json();
}

/** What a document of a word processor says, without its look. */
export function DocumentText({ url, name }: { url: string; name: string }) {
  const t = useTranslations('marked-file');
  const { data, error } = useSWR(url, readNode, { revalidateOnFocus: false, keepPreviousData: true });
  if (error && !data) return <p className="text-small text-bad">{t('cannotShow')}</p>;
  if (!data) return <SkeletonRows rows={6} />;
  return (
    <section aria-label={name} dir="auto" className="rich-text reading font-serif text-large">
      <RichTextView node={data} />
    </section>
  );
}
