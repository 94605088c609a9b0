import { ApprovalState } from '@k12/contracts/planning/approvals';
import { GradeLevel } from '@k12/contracts/planning/plan-records';
import { isAtMost, isOneOf, readWords } from '@/lib/address-values.ts';

const checks = {
  of: isOneOf(['to_decide', 'mine', 'all']),
  subject: isAtMost(80),
  grade_level: isOneOf(GradeLevel.options),
  state: isOneOf(ApprovalState.options),
  step: isOneOf(['1', '2', '3']),
};

/** Which requests the address asks for. */
export function readApprovalsView(params: Record<string, string | string[] | undefined>) {
  const { step, ...words } = readWords(checks, (name) => params[name]);
  const open = typeof params.open === 'string' && params.open !== '' ? params.open : null;
  return { query: { ...words, ...(step && { step: Number(step) }) }, open };
}
