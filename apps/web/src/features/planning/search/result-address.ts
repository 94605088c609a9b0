import type { SearchResult } from '@k12/contracts/planning/search';
import { paths } from '@/lib/paths.ts';

/** Where a found record is read; undefined where this product has no page for it yet. */
export function addressOfResult(
  result: Pick<SearchResult, 'kind' | 'id' | 'unit_plan_id' | 'framework_id'>,
): string | undefined {
  switch (result.kind) {
    case 'unit':
      return paths.planUnit(result.id);
    case 'lesson':
      return result.unit_plan_id ? paths.planLesson(result.unit_plan_id, result.id) : undefined;
    case 'template':
      return `/plan/templates/${result.id}`;
    case 'standard':
      return `/plan/standards?standard=${result.id}`;
    case 'resource':
      return paths.planResource(result.id);
    case 'person':
      return paths.adminUser(result.id);
    default:
      return undefined;
  }
}
