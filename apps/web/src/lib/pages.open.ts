import type { PageRegistration } from './page-registration.ts';

/** Pages that need no sign-in: signing in itself, links from mails, and what anybody may read. */
export const openPages = {
  /** Sign in with name and password. */
  login: {
    route: '/login',
    title: 'login',
    area: 'public',
    access: 'public',
  },
  /** Sign-in of one organisation. */
  loginTenant: {
    route: '/login/[slug]',
    title: 'login',
    area: 'public',
    access: 'public',
  },
  /** What a sign-in still owes: a second factor or a new password. */
  loginSecondStep: {
    route: '/login/mfa',
    title: 'secondStep',
    area: 'public',
    access: 'public',
  },
  /** Organisation suspended, whom to ask. */
  suspended: {
    route: '/suspended',
    title: 'suspended',
    area: 'public',
    access: 'public',
  },
  /** Ask for a reset link. */
  forgottenPassword: {
    route: '/forgot-password',
    title: 'forgottenPassword',
    area: 'public',
    access: 'public',
  },
  /** Choose a new password by a reset link. */
  passwordReset: {
    route: '/password-reset/[token]',
    title: 'newPassword',
    area: 'public',
    access: 'public',
  },
  /** Reset link as written in mails. */
  passwordResetFromMail: {
    route: '/reset-password/[token]',
    title: 'newPassword',
    area: 'public',
    access: 'public',
  },
  /** Accept an invitation. */
  invitation: {
    route: '/invite/[token]',
    title: 'invitation',
    area: 'public',
    access: 'public',
  },
  /** Invitation link as written in mails. */
  invitationFromMail: {
    route: '/invitations/[token]',
    title: 'invitation',
    area: 'public',
    access: 'public',
  },
  /** End a sign-in that was somebody else. */
  signInNotice: {
    route: '/sign-in-notices/[token]',
    title: 'signInNotice',
    area: 'public',
    access: 'public',
  },
  /** Explain a failed sign-in and the next step. */
  authFailure: {
    route: '/auth/failure',
    title: 'authFailure',
    area: 'public',
    access: 'public',
  },
  /** Access page. */
  unauthorized: {
    route: '/unauthorized',
    title: 'unauthorized',
    area: 'public',
    access: 'public',
  },
  /** Shown without a connection. */
  offline: {
    route: '/offline',
    title: 'offline',
    area: 'public',
    access: 'public',
  },
  /** State of the service in plain words; works when core is down. */
  status: {
    route: '/status',
    title: 'status',
    area: 'public',
    access: 'public',
  },
  /** Accessibility statement. */
  accessibility: {
    route: '/accessibility',
    title: 'accessibility',
    area: 'public',
    access: 'public',
  },
  /** Privacy notice of the platform. */
  privacy: {
    route: '/legal/privacy',
    title: 'privacy',
    area: 'public',
    access: 'public',
  },
  /** Components and tokens with live examples. */
  designSystem: {
    route: '/docs/design-system',
    title: 'designSystem',
    area: 'public',
    access: 'public',
  },
} as const satisfies Record<string, PageRegistration>;
