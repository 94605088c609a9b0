import type { CompletionRule, ModuleItemKind } from '@k12/contracts/teaching/module-records';

const handedIn: readonly ModuleItemKind[] = ['assignment', 'quiz'];

/** Rules that items of all these kinds can have. */
export function rulesFor(kinds: readonly ModuleItemKind[]): CompletionRule[] {
  const rules: CompletionRule[] = ['none', 'view', 'mark_done'];
  if (kinds.every((kind) => handedIn.includes(kind))) rules.push('submit', 'score');
  if (kinds.every((kind) => kind === 'discussion')) rules.push('posts');
  return rules;
}
