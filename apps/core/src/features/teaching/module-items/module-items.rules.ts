import type { FieldProblem } from '@k12/contracts';
import type { CompletionRule, ModuleItemKind } from '@k12/contracts/teaching/module-records';

/** Which rules an item of a kind can have: a page cannot be handed in. */
const rulesOf: Record<ModuleItemKind, readonly CompletionRule[]> = {
  assignment: ['none', 'view', 'mark_done', 'submit', 'score'],
  quiz: ['none', 'view', 'mark_done', 'submit', 'score'],
  discussion: ['none', 'view', 'mark_done', 'posts'],
  page: ['none', 'view', 'mark_done'],
  file: ['none', 'view', 'mark_done'],
  drive_file: ['none', 'view', 'mark_done'],
  link: ['none', 'view', 'mark_done'],
  lesson: ['none', 'view', 'mark_done'],
  lti_link: ['none', 'view', 'mark_done', 'score'],
  header: ['none'],
};

export function canHaveRule(kind: ModuleItemKind, rule: CompletionRule): boolean {
  return rulesOf[kind].includes(rule);
}

interface Rule {
  completion_rule?: CompletionRule | undefined;
  completion_minimum?: number | null | undefined;
}

export function ruleProblems(kind: ModuleItemKind, rule: Rule, pointer = ''): FieldProblem[] {
  const wanted = rule.completion_rule;
  if (wanted === undefined) return [];
  if (!canHaveRule(kind, wanted)) {
    return [
      {
        pointer: `${pointer}/completion_rule`,
        code: 'not_for_kind',
        detail: 'This cannot be done with such an item.',
      },
    ];
  }
  const needsNumber = wanted === 'posts' || wanted === 'score';
  if (needsNumber && typeof rule.completion_minimum !== 'number') {
    return [{ pointer: `${pointer}/completion_minimum`, code: 'required', detail: 'Say how many.' }];
  }
  return [];
}

interface Item extends Rule {
  kind: ModuleItemKind;
  target_id?: string | undefined;
  title?: string | null | undefined;
  url?: string | undefined;
}

/** What each kind needs to be something. */
export function itemProblems(item: Item, pointer: string): FieldProblem[] {
  const problems = ruleProblems(item.kind, item, pointer);
  const missing = (field: string, detail: string) =>
    problems.push({ pointer: `${pointer}/${field}`, code: 'required', detail });
  const leads = ['assignment', 'page', 'lesson', 'file', 'drive_file'].includes(item.kind);
  if (leads && !item.target_id) missing('target_id', 'Say what it leads to.');
  if (item.kind === 'header' && !item.title) missing('title', 'A header is its words.');
  if (item.kind === 'link' && !item.target_id) {
    if (!item.url) missing('url', 'A link needs an address.');
    if (!item.title) missing('title', 'Say what the link is called.');
  }
  return problems;
}
