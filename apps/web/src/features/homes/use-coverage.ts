'use client';
import { CoverageMeasure, getDistrictCoverage } from '@k12/contracts/planning/coverage';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';

/** Coverage by school as the address asks for it. */
export function useCoverage() {
  const { read } = useAddress();
  const chosen = { framework_id: read('framework'), grade_level: read('grade_level') };
  const query = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
  const reply = useApi(getDistrictCoverage, { query });
  const measure = CoverageMeasure.options.find((value) => value === read('measure')) ?? 'planned';
  const { framework_id, framework_title } = reply.data ?? {};
  const framework = framework_id ? { value: framework_id, label: framework_title ?? '' } : null;
  return { reply, measure, framework };
}
