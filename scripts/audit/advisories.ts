export type Exemption = { advisory: string; reason: string; expires_on: string };
type Advisory = { url?: string; title?: string; severity?: string };
export type Report = { vulnerabilities?: Record<string, { via: (Advisory | string)[] }> };

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 30;

export function openAdvisories(report: Report, exemptions: Exemption[], now: Date): string[] {
  const valid = new Set(
    exemptions.filter((exemption) => !whyInvalid(exemption, now)).map(({ advisory }) => advisory),
  );
  const found = Object.entries(report.vulnerabilities ?? {}).flatMap(([name, { via }]) =>
    via.flatMap((cause) => {
      if (typeof cause === 'string' || !['high', 'critical'].includes(cause.severity ?? '')) return [];
      const advisory = cause.url?.split('/').at(-1) ?? cause.title ?? 'unknown';
      return valid.has(advisory) ? [] : [`${name}: ${advisory} (${cause.severity}) ${cause.title ?? ''}`];
    }),
  );
  return [...new Set(found)];
}

export function whyInvalid({ reason, expires_on }: Exemption, now: Date): string | undefined {
  const days = (Date.parse(expires_on) - now.getTime()) / DAY_MS;
  if (!reason?.trim()) return 'it gives no reason';
  if (Number.isNaN(days)) return 'it has no expiry date';
  if (days < 0) return `it ended on ${expires_on}`;
  if (days > LONGEST_DAYS) return `it lasts longer than ${LONGEST_DAYS} days`;
  return undefined;
}
