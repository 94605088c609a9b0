/** Every address of the app, in one place. */
export const paths = {
  login: (next?: string) => (next ? `/login?next=${encodeURIComponent(next)}` : '/login'),
  loginTenant: (slug: string) => `/login/${encodeURIComponent(slug)}`,
  unauthorized: () => '/unauthorized',
  teacherHome: () => '/dashboard',
  studentHome: () => '/learn/dashboard',
  guardianHome: () => '/guardian/dashboard',
  adminHome: () => '/admin/dashboard',
  districtHome: () => '/district/dashboard',
  adminSchools: () => '/admin/schools',
} as const;

/** A place inside this site to go to after signing in; anything else becomes the fallback (IDN-58). */
export function safeNext(next: string | null | undefined, fallback: string): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\') || /\p{Cc}/u.test(next))
    return fallback;
  return next;
}
