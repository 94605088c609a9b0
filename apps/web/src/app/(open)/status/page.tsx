import { ApiProblem } from '@k12/contracts/client';
import { getPublicHealth } from '@k12/contracts/operations/health';
import { getFormatter, getTranslations } from 'next-intl/server';
import { ReadingPage } from '@/features/open/reading-page.tsx';
import { callCore } from '@/lib/api/server.ts';
import { titleOf } from '@/lib/page-title.ts';
import { pages } from '@/lib/pages.ts';

export const generateMetadata = titleOf(pages.status);

const words = { healthy: 'statusGood', warning: 'statusPart', critical: 'statusBad' } as const;

/** In plain words, and also when the API does not answer at all: that is then what it says. */
export default async function Page() {
  const [t, format, state] = await Promise.all([getTranslations('legal'), getFormatter(), readState()]);
  const key = words[state];
  const time = format.dateTime(new Date(), { hour: 'numeric', minute: 'numeric', timeZoneName: 'short' });
  return (
    <ReadingPage title={t(key)} lead={t(`${key}Text`)}>
      <p className="mt-6 text-small text-ink-3">{t('checkedAt', { time })}</p>
    </ReadingPage>
  );
}

/** Many look at once when something is wrong: being asked to wait is an answer, and no sign of a fault. */
async function readState(): Promise<keyof typeof words> {
  try {
    return (await callCore(getPublicHealth, {})).status;
  } catch (error) {
    return error instanceof ApiProblem && error.status === 429 ? 'healthy' : 'critical';
  }
}
