import { isBlankRichText, isRichDoc } from '@k12/plan-content/rich-text';

/** Whether somebody has written something there. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(isFilled);
  if (typeof value !== 'object') return true;
  if (isRichDoc(value)) return !isBlankRichText(value);
  return Object.entries(value).some(([key, part]) => key !== 'id' && isFilled(part));
}
