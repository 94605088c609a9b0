'use client';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { ExternalLink, FileDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';

/** Files and links that lie beside the work (TCH-48); a link says where it leads and tells nobody who came (TCH-62). */
export function AttachmentsPart({ work, studentId }: { work: LearnerAssignment; studentId: string }) {
  const t = useTranslations('learn.attachments');
  const format = useFormatter();
  if (work.attachments.length === 0) return null;
  const content = `/api/v1/students/${studentId}/assignments/${work.assignment_id}/attachments`;
  const size = (bytes: number) =>
    format.number(Math.max(bytes / 1_000_000, 0.1), {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    });
  return (
    <section aria-labelledby="attachments">
      <h2 id="attachments" className="mb-3 text-large font-semibold">
        {t('title')}
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {work.attachments.map((one) => (
          <li key={one.id}>
            <a
              href={one.url ?? `${content}/${one.id}`}
              {...(one.url ? { target: '_blank', rel: 'noreferrer noopener' } : { download: '' })}
              className="flex min-h-row items-center gap-3 px-3.5 py-2 hover:bg-sunken"
            >
              {one.kind === 'link' ? (
                <ExternalLink aria-hidden size={18} />
              ) : (
                <FileDown aria-hidden size={18} />
              )}
              <span className="min-w-0 flex-1">
                <bdi className="block font-medium [overflow-wrap:anywhere]">{one.title}</bdi>
                {one.caption && <bdi className="block text-small text-ink-2">{one.caption}</bdi>}
              </span>
              <bdi className="shrink-0 text-small text-ink-3">
                {one.url ? new URL(one.url).host : one.size_bytes !== null && size(one.size_bytes)}
              </bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
