'use client';
import { Banner } from '@k12/ui/banner';
import { useTranslations } from 'next-intl';
import { useSession } from '@/lib/session-context.tsx';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import { Factors } from './factors.tsx';
import { Passkeys } from './passkeys.tsx';
import { PasswordChange } from './password-change.tsx';
import { Sessions } from './sessions.tsx';
import { SignIns } from './sign-ins.tsx';
import { Tokens } from './tokens.tsx';

/** Everything that lets somebody in as this person, and what it was used for. */
export function SecurityScreen() {
  const { me } = useSession();
  const t = useTranslations('security');
  const mayHavePasskeys = me.roles.some((role) => role !== 'student');
  if (me.impersonation) {
    return (
      <SettingsFrame current="security">
        <Banner tone="warn">{t('notWhileActing')}</Banner>
      </SettingsFrame>
    );
  }
  return (
    <SettingsFrame current="security">
      <div className="grid gap-10">
        <PasswordChange />
        <Factors />
        {mayHavePasskeys && <Passkeys />}
        <Sessions />
        {me.capabilities['api_tokens.create_own'] && <Tokens />}
        <SignIns />
      </div>
    </SettingsFrame>
  );
}
