import type { Receipt } from '@k12/contracts/teaching/submissions';
import { linesOfRichText } from '@k12/plan-content/rich-text-lines';
import { diffWords } from '@k12/plan-content/word-diff';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { type FoundContent, findStoredContent } from '../../operations/files/stored-content.service.ts';
import { presentReceipt, storedDraft } from './present-work.service.ts';
import { selectReadableSubmission } from './submission-access.service.ts';
import * as queries from './submissions.queries.ts';

/** A code proves what was handed in to those who may see it; to others it is no code (TCH-54, TCH-64). */
export async function getReceipt(context: Context, code: string): Promise<Receipt> {
  return context.readTenant(async (tx) => {
    const known = await queries.selectOptionalAttemptByCode(tx, code.trim().toUpperCase());
    if (!known) throw new Problem('not_found');
    const found = await selectReadableSubmission(tx, context, known.submission_id);
    const attempts = await queries.listAttempts(tx, known.submission_id);
    const attempt = attempts.find(({ id }) => id === known.id);
    if (!attempt) throw new Problem('not_found');
    const receipt = presentReceipt(found, attempt);
    const { is_anonymous, anonymity_lifted_at } = found.work;
    const isHidden = found.is_staff && is_anonymous && anonymity_lifted_at === null;
    return isHidden ? withoutNames(receipt) : receipt;
  });
}

/** A file may carry its author's name (TCH-78). */
function withoutNames(receipt: Receipt): Receipt {
  const files = receipt.files.map((file, at) => ({ ...file, name: `${at + 1}` }));
  return { ...receipt, student: null, group_name: null, files };
}

export async function getDifferences(context: Context, id: string, query: { from: number; to: number }) {
  return context.readTenant(async (tx) => {
    await selectReadableSubmission(tx, context, id);
    const attempts = await queries.listAttempts(tx, id);
    const textOf = (number: number) => {
      const attempt = attempts.find((one) => one.number === number);
      if (!attempt) throw new Problem('not_found');
      return linesOfRichText(attempt.body);
    };
    const { runs, coarse } = diffWords(textOf(query.from), textOf(query.to));
    return { runs, is_coarse: coarse };
  });
}

/** For those whose work it is; staff open files in the grading view, where names can be hidden. */
export async function findFile(context: Context, id: string, fileId: string): Promise<FoundContent> {
  await context.readTenant(async (tx) => {
    const { submission, is_staff } = await selectReadableSubmission(tx, context, id);
    if (is_staff) throw new Problem('not_found');
    const attempts = await queries.listAttempts(tx, id);
    const handedIn = attempts.flatMap(({ files }) => files as unknown as { file_id: string }[]);
    const ids = [...storedDraft(submission).file_ids, ...handedIn.map(({ file_id }) => file_id)];
    if (!ids.includes(fileId)) throw new Problem('not_found');
  });
  return findStoredContent(context, fileId);
}
