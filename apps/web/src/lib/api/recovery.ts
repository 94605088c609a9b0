/** What a person can do in place so that a refused call works after all. */
export type Recovery = 'confirm' | 'sign_in';

const recoveries: Record<string, Recovery> = {
  reauth_required: 'confirm',
  'session.required': 'sign_in',
  'session.expired': 'sign_in',
  mfa_required: 'sign_in',
};

type Ask = (recovery: Recovery) => Promise<boolean>;
type CheckPerson = () => Promise<boolean>;

let ask: Ask | null = null;
let checkPerson: CheckPerson | null = null;
let asking: Promise<boolean> | null = null;

/** The shell answers with its dialogs; without it calls simply fail. */
export function answerRecovery(answers: { ask: Ask; checkPerson: CheckPerson }): () => void {
  ask = answers.ask;
  checkPerson = answers.checkPerson;
  return () => {
    ask = null;
    checkPerson = null;
  };
}

/** Opens one dialog however many calls failed; true when the call is worth repeating (UXP-44). */
export async function recover(code: string): Promise<boolean> {
  const recovery = recoveries[code];
  if (!recovery || !ask) return false;
  asking ??= ask(recovery).finally(() => {
    asking = null;
  });
  return asking;
}

/** Another tab may have signed in somebody else since: nothing of this page is sent in their name. */
export async function isStillSamePerson(): Promise<boolean> {
  return checkPerson ? checkPerson() : true;
}
