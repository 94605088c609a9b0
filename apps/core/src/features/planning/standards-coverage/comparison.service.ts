import type {
  CoverageComparison,
  CoverageComparisonQuery,
  CoverageScope,
} from '@k12/contracts/planning/coverage';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectReportedFramework } from '../standards/frameworks.service.ts';
import { summariesOf } from '../standards/standards.service.ts';
import * as queries from './coverage.queries.ts';
import { differencesOf, sidesOf } from './coverage.rules.ts';
import { resolveScope } from './scope.service.ts';

const mostShown = 500;

/** Both sides are checked as if they were asked for alone: whoever may not see one sees no comparison (PLN-95). */
export async function compareCoverage(
  context: Context,
  query: CoverageComparisonQuery,
): Promise<CoverageComparison> {
  return context.readTenant(async (tx) => {
    const framework = await selectReportedFramework(tx, context, query.framework_id);
    if (!framework) throw new Problem('not_found');
    const asked = sidesOf(query);
    const left = await sideOf(tx, context, asked.left, framework.id);
    const right = await sideOf(tx, context, asked.right, framework.id);
    const different = differencesOf(left.uses, right.uses);
    const shown = different.slice(0, mostShown);
    const standards = await summariesOf(
      tx,
      shown.map(({ id }) => id),
    );
    return {
      computed_at: context.platform.clock.now().toISOString(),
      left: left.side,
      right: right.side,
      same_count: left.uses.length - different.length,
      differences_count: different.length,
      data: shown.flatMap(({ id, ...sides }) => {
        const standard = standards.get(id);
        return standard ? [{ standard, ...sides }] : [];
      }),
    };
  });
}

async function sideOf(tx: Transaction, context: Context, scope: CoverageScope, frameworkId: string) {
  const { facts } = await resolveScope(tx, context, scope, frameworkId);
  const uses = await queries.listUses(tx, facts);
  const count = (fits: (use: queries.StandardUse) => boolean) => uses.filter(fits).length;
  const totals = {
    planned: count(({ planned }) => planned),
    taught: count(({ taught }) => taught),
    assessed: count(({ assessed }) => assessed),
    denominator: uses.length,
  };
  const name = await queries.selectNameOfScope(tx, scope);
  return { uses, side: { name, from_on: facts.from_on, to_on: facts.to_on, totals } };
}
