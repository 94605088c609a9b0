'use client';
import {
  clearFlagOverride,
  type FeatureFlag,
  listFeatureFlags,
  setFlagOverride,
} from '@k12/contracts/operations/feature-flags';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useFlagName } from './flag-words.ts';
import { LimitsSection } from './limits-section.tsx';

type Flag = (typeof FeatureFlag)['_output'];

const kinds = ['release', 'entitlement', 'kill_switch'] as const;

/** What is switched on for this organisation, and why. */
export function FlagsScreen() {
  const t = useTranslations('flags');
  const flags = useApi(listFeatureFlags, {});
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <div className="mt-8 grid max-w-document gap-10">
        <RegionBody reply={flags}>
          {({ data }) =>
            kinds.map((kind) => (
              <Section key={kind} title={t(`kinds.${kind}`)} note={t(`kindNotes.${kind}`)}>
                <List framed label={t(`kinds.${kind}`)}>
                  {data
                    .filter((flag) => flag.kind === kind)
                    .map((flag) => (
                      <FlagRow key={flag.key} flag={flag} />
                    ))}
                </List>
              </Section>
            ))
          }
        </RegionBody>
        <LimitsSection />
      </div>
    </>
  );
}

function FlagRow({ flag }: { flag: Flag }) {
  const t = useTranslations('flags');
  const dates = useDates();
  const attempt = useAttempt();
  const decide = useChange(setFlagOverride);
  const clear = useChange(clearFlagOverride);
  const params = { key: flag.key };
  const name = useFlagName()(flag.key);
  const set = (enabled: boolean) =>
    attempt(() => decide({ params, body: { enabled, rollout_percent: null, roles: [], reason: null } }), {
      done: t(enabled ? 'switchedOn' : 'switchedOff', { name }),
      undo: () => clear({ params }),
    });
  return (
    <ListRow
      title={name}
      description={
        flag.override ? t('decided', { when: dates.ago(flag.override.set_at) }) : t(`origins.${flag.origin}`)
      }
      end={
        <span className="flex items-center gap-3">
          {flag.override && flag.tenant_manageable && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => attempt(() => clear({ params }), { done: t('cleared', { name }) })}
            >
              {t('clear')}
            </Button>
          )}
          {flag.tenant_manageable ? (
            <Switch label={name} hideLabel checked={flag.enabled} onCheckedChange={set} />
          ) : (
            <span className="text-small text-ink-3">{t(flag.enabled ? 'on' : 'off')}</span>
          )}
        </span>
      }
    />
  );
}
