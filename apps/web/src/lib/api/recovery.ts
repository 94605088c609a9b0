import { ApiProblem } from '@k12/contracts/client';
import { hasUnsavedInput } from '../forms/unsaved-input.ts';

/** What a person can do in place so that a refused call works after all. */
export type Recovery = 'confirm' | 'sign_in';
/** Whose sign-in the browser holds by now, as seen from the page that is open. */
export type Holder = 'own' | 'nobody' | 'other';

const recoveries: Record<string, Recovery> = {
  reauth_required: 'confirm',
  'session.required': 'sign_in',
  'session.expired': 'sign_in',
  mfa_required: 'sign_in',
};

interface Answers {
  ask: (recovery: Recovery) => Promise<boolean>;
  findHolder: () => Promise<Holder>;
  /** Shown instead of going on; the words are what a refused call says. */
  showOther: () => void;
  otherWords: string;
}

let answers: Answers | null = null;
let asking: Promise<boolean> | null = null;
let isOthers = false;

/** The shell answers with its dialogs; without it calls simply fail. */
export function answerRecovery(given: Answers): () => void {
  answers = given;
  return () => {
    answers = null;
  };
}

/** Opens one dialog however many calls failed; true when the call is worth repeating (UXP-44). */
export async function recover(code: string): Promise<boolean> {
  const recovery = recoveries[code];
  if (!recovery || !answers || isOthers) return false;
  asking ??= answers.ask(recovery).finally(() => {
    asking = null;
  });
  return asking;
}

/** Looks whether the page still belongs to whoever is signed in, and stops it for good when it does not. */
export async function checkHolder(): Promise<Holder> {
  const holder = answers ? await answers.findHolder() : 'own';
  if (holder === 'other') refuseOther();
  return holder;
}

/** The page's person has gone: from here on nothing is read or sent in another's name (UXP-44, UXP-40). */
export function refuseOther(): void {
  isOthers = true;
  answers?.showOther();
}

/** Somebody else signed in behind the page: theirs takes its place, unless something typed would be lost with it. */
export function makeWayForOther(): void {
  if (hasUnsavedInput()) refuseOther();
  else window.location.reload();
}

/** Every call of a page asks first. */
export function stopForOther(): void {
  if (!isOthers) return;
  const title = answers?.otherWords ?? '';
  throw new ApiProblem({ type: 'about:blank', title, status: 401, code: 'session.required', request_id: '' });
}
