'use client';
import type { ReplyOf } from '@k12/contracts';
import { ApiProblem } from '@k12/contracts/client';
import {
  type getSignInPolicy,
  type SignInPolicy,
  updateSignInPolicy,
} from '@k12/contracts/identity/sign-in-policy';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { useChange } from '@/lib/api/hooks.ts';
import { isKeyOf } from '@/lib/api/keys.ts';
import { useSubmit } from '@/lib/forms/submit.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';

export type KnownPolicy = ReplyOf<typeof getSignInPolicy>;

const fieldNames = [
  'methods',
  'required_method',
  'mfa',
  'mfa_grace_days',
  'session_limits',
  'admin_networks',
  'young_student_password_length',
];

const ways = ['password', 'passkey', 'google', 'saml'] as const;

/** A provider that is not in use is not offered: switched on without a connection it would let nobody in. */
export function offeredMethods({ methods, required_method }: SignInPolicy) {
  const needed = Object.values(required_method);
  const isOwn = (way: string) => way === 'password' || way === 'passkey';
  return ways.filter((way) => isOwn(way) || methods[way] || needed.includes(way));
}

const linesOf = (policy: KnownPolicy) => policy.admin_networks.join('\n');
const networksIn = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '');

/** A draft on the version it was opened with; what is refreshed behind it is offered, never put in its place (UXP-41). */
export function useRules(known: KnownPolicy) {
  const t = useTranslations('signInRules');
  const toast = useToast();
  const { mutate } = useSWRConfig();
  const update = useChange(updateSignInPolicy);
  const [base, setBase] = useState(known);
  const [policy, setPolicy] = useState(known);
  const [networks, setNetworks] = useState(linesOf(known));
  const start = (from: KnownPolicy) => {
    setBase(from);
    setPolicy(from);
    setNetworks(linesOf(from));
  };
  const body = { ...policy, admin_networks: networksIn(networks), lock_version: base.lock_version };
  const form = useSubmit(fieldNames, async () => {
    try {
      start(await update({ body }));
    } catch (error) {
      const isNewer = error instanceof ApiProblem && error.code === 'version_conflict';
      if (isNewer) void mutate((key) => isKeyOf(key, 'sign_in_policy.'));
      throw error;
    }
    toast.show({ message: t('saved') });
  });
  const isChanged = JSON.stringify(body) !== JSON.stringify(base);
  useUnsavedGuard(isChanged && !form.sending);
  return {
    form,
    errors: form.failure?.fields ?? {},
    policy,
    set: (changes: Partial<SignInPolicy>) => setPolicy((now) => ({ ...now, ...changes })),
    networks,
    setNetworks,
    isChanged,
    takeBack: () => start(base),
    newer: known.lock_version > base.lock_version ? () => start(known) : null,
  };
}
