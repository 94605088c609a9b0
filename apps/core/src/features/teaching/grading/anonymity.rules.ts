import { createHmac } from 'node:crypto';

interface Assignment {
  is_anonymous: boolean;
  anonymity_lifted_at: string | null;
}

/** Names are hidden until all is posted or a teacher lifts it (TCH-78). */
export function hidesNames({ is_anonymous, anonymity_lifted_at }: Assignment): boolean {
  return is_anonymous && anonymity_lifted_at === null;
}

/**
 * What stands for a student in one anonymous assignment, in addresses too: class lists tell whose id is whose, so the
 * id itself would be the name. Without the key of the installation nobody gets back from here.
 */
export function aliasOf(key: string, assignmentId: string, studentId: string): string {
  const hex = createHmac('sha256', key).update(`work:${assignmentId}:${studentId}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `essay.pdf` becomes `file-1.pdf`: people write their names into those of their files. */
export function maskedFileName(name: string, at: number): string {
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  return `file-${at + 1}${extension.toLowerCase()}`;
}
