import { defaultSignInPolicy, SignInPolicy } from '@k12/contracts/identity/sign-in-policy';
import { isInNetworks } from '../../../platform/auth/networks.ts';

type Method = keyof SignInPolicy['methods'];
type MfaMode = SignInPolicy['mfa']['admin'];

/** What the tenant stored over what everybody starts with; a stored value that no longer fits is left out. */
export function readPolicy(stored: unknown): SignInPolicy {
  const merged = SignInPolicy.safeParse({ ...defaultSignInPolicy, ...(stored as object) });
  return merged.success ? merged.data : defaultSignInPolicy;
}

/** The strictest rule of the roles somebody holds; operators always need a second factor (IDN-71). */
export function mfaRuleOf(policy: SignInPolicy, roles: readonly string[]): MfaMode {
  if (roles.includes('super_admin')) return 'required';
  const rules = roles.map((role) => policy.mfa[role as keyof SignInPolicy['mfa']] ?? 'optional');
  if (rules.includes('required')) return 'required';
  return rules.length === 0 || rules.includes('optional') ? 'optional' : 'off';
}

/** How long somebody may go on without the factor that their role requires; an operator not at all. */
export function graceDaysOf(policy: SignInPolicy, roles: readonly string[]): number {
  return roles.includes('super_admin') ? 0 : policy.mfa_grace_days;
}

/** A role with a required method allows that one alone; otherwise every method that is switched on. */
export function isMethodAllowed(policy: SignInPolicy, roles: readonly string[], method: Method): boolean {
  const required = roles.flatMap((role) => policy.required_method[role as keyof SignInPolicy['mfa']] ?? []);
  return required.length > 0 ? required.includes(method) : policy.methods[method];
}

const adminRoles = new Set(['admin', 'district_admin']);

/** Admins may be bound to the organisation's own networks. */
export function isNetworkAllowed(policy: SignInPolicy, roles: readonly string[], ip: string): boolean {
  const bound = policy.admin_networks.length > 0 && roles.some((role) => adminRoles.has(role));
  return !bound || isInNetworks(policy.admin_networks, ip);
}
