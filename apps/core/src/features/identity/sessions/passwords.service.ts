import type { Transaction } from '@k12/db';
import { dictionary } from '@zxcvbn-ts/language-common';
import type { Context, Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { selectPolicy } from '../sign-in-policy/sign-in-policy.service.ts';
import { displayName } from '../users/users.rules.ts';
import { hashPassword } from './password-hash.ts';
import * as queries from './passwords.queries.ts';
import { distinctiveName, minimumLength, type PasswordFault, passwordFaults } from './passwords.rules.ts';
import { passwordChangedMail } from './sessions.mails.ts';
import { savePassword } from './sign-in.queries.ts';

const commonPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common'] as readonly string[]);

const faultDetails: Record<PasswordFault, string> = {
  too_short: 'Use at least {minimum} characters.',
  common: 'This password is among the first that others would try.',
  contains_name: 'Leave out your own name and that of your school.',
};

async function readOwner(tx: Transaction, userId: string) {
  const [user, schools, roles, policy] = await Promise.all([
    queries.selectOwner(tx, userId),
    queries.listOwnerSchools(tx, userId),
    queries.listOwnerRoles(tx, userId),
    selectPolicy(tx),
  ]);
  const owner = {
    roles: roles.map((role) => role.key),
    grade_levels: schools.flatMap((school) => school.grade_level ?? []),
    names: [
      ...[user.given_name, user.family_name, user.preferred_name, user.username].flatMap(
        (name) => name ?? [],
      ),
      ...schools.map((school) => distinctiveName(school.name)),
    ],
  };
  return { owner, minimum: minimumLength(owner, policy.young_student_password_length) };
}

export async function describeOwner(tx: Transaction, userId: string) {
  const user = await queries.selectOwner(tx, userId);
  return { ...user, display_name: displayName(user) };
}

export async function minimumLengthFor(tx: Transaction, userId: string): Promise<number> {
  return (await readOwner(tx, userId)).minimum;
}

/** All faults at once, each on the password field (IDN-66). */
export async function checkNewPassword(tx: Transaction, userId: string, password: string): Promise<void> {
  const { owner, minimum } = await readOwner(tx, userId);
  const faults = passwordFaults(password, owner, minimum, (candidate) => commonPasswords.has(candidate));
  if (faults.length === 0) return;
  throw new Problem('request.invalid', {
    errors: faults.map((code) => ({
      pointer: '/password',
      code: `password.${code}`,
      detail: faultDetails[code].replace('{minimum}', String(minimum)),
    })),
    context: { minimum_length: minimum },
  });
}

/** The hash is made before the transaction: nobody waits for a lock while it is. */
export const hashNewPassword = hashPassword;

export async function storePassword(
  tx: Transaction,
  platform: Platform,
  userId: string,
  hash: string,
): Promise<void> {
  const changed_at = platform.clock.now().toISOString();
  await savePassword(tx, { user_id: userId, hash, must_change: false, changed_at });
}

/** Whoever changed it: the person hears of it (IDN-68). */
export async function tellPasswordChanged(tx: Transaction, context: Context, userId: string): Promise<void> {
  await queueMail(tx, context, { to_user_id: userId, template: passwordChangedMail, values: {} });
}
