import type { Me } from '@k12/contracts/identity/me';
import type { SearchResult } from '@k12/contracts/planning/search';
import { paths } from '@/lib/paths.ts';
import { courseAddress } from '@/shell/pin-address.ts';

/** Where a found record is read; undefined where this product has no page for it yet. */
export function addressOfResult(
  result: Pick<SearchResult, 'kind' | 'id' | 'unit_plan_id' | 'framework_id'>,
  me: Me,
): string | undefined {
  switch (result.kind) {
    case 'unit':
      return paths.planUnit(result.id);
    case 'lesson':
      return result.unit_plan_id ? paths.planLesson(result.unit_plan_id, result.id) : undefined;
    case 'template':
      return paths.planTemplate(result.id);
    case 'standard':
      return `/plan/standards?standard=${result.id}`;
    case 'document':
      return paths.planDocument(result.id);
    case 'course':
      return courseAddress(result.id, me);
    case 'resource':
      return paths.planResource(result.id);
    case 'person':
      return paths.adminUser(result.id);
    default:
      return undefined;
  }
}
