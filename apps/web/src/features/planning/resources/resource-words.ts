import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';

const steps = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Sizes as people say them: 2.4 MB. */
export function useSize() {
  const locale = useLocale();
  return useCallback(
    (bytes: number) => {
      const kilobytes = Math.max(bytes > 0 ? 1 : 0, bytes / 1024);
      const step = Math.min(steps.length - 1, Math.floor(Math.log2(Math.max(1, kilobytes)) / 10));
      const number = kilobytes / 1024 ** step;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: steps[step] ?? 'kilobyte',
        unitDisplay: 'short',
        maximumFractionDigits: step > 0 && number < 10 ? 1 : 0,
      }).format(number);
    },
    [locale],
  );
}

/** Where a link leads, without the parts that say nothing. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

/** Kind and size, or kind and site: the one line under a title. */
export function useResourceLine() {
  const t = useTranslations('planning-resources');
  const size = useSize();
  return useCallback(
    (resource: { format: string; size_bytes: number | null; url: string | null }) =>
      [
        t(`formats.${resource.format}`),
        resource.url ? hostOf(resource.url) : resource.size_bytes !== null && size(resource.size_bytes),
      ]
        .filter(Boolean)
        .join(' · '),
    [t, size],
  );
}

export function contentOf(id: string, versionId?: string): string {
  return `/api/v1/resources/${id}/content${versionId ? `?version_id=${versionId}` : ''}`;
}
