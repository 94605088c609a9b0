/** Codes are compared without regard to case; the stored form is the one the school typed. */
export function normalizeCode(code: string): string {
  return code.normalize('NFKC').toLowerCase();
}
