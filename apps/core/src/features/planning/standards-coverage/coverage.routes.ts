import {
  compareCoverage,
  getCourseCoverage,
  getCoverageCell,
  getCoverageGaps,
  getCoverageTable,
  getDistrictCoverage,
  getEmphasisProgression,
  getOverTaught,
  getStandardsCoverage,
  getYearCoverage,
} from '@k12/contracts/planning/coverage';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { route } from '../../../platform/http/route.ts';
import * as comparison from './comparison.service.ts';
import * as service from './coverage.service.ts';
import { districtCoverage } from './district-coverage.service.ts';

export const coverageRoutes = [
  route(getStandardsCoverage, ({ context, query }) => service.getCoverage(context, query)),
  route(getCourseCoverage, ({ context, params, query }) =>
    service.getCourseCoverage(context, params.id, query),
  ),
  route(getYearCoverage, ({ context, params, query }) => service.getYearCoverage(context, params.id, query)),
  route(getDistrictCoverage, ({ context, query }) => districtCoverage(context, query)),
  route(getCoverageCell, ({ context, query }) => service.getCell(context, query)),
  route(getCoverageGaps, ({ context, query }) => service.getGaps(context, query)),
  route(compareCoverage, ({ context, query }) => comparison.compareCoverage(context, query)),
  route(getOverTaught, ({ context, query }) => service.getOverTaught(context, query)),
  route(getEmphasisProgression, ({ context, query }) => service.getEmphasis(context, query)),
  route(getCoverageTable, async ({ context, query, reply }) => {
    const table = await service.coverageTable(context, query);
    reply.headers(downloadHeaders('text/csv; charset=utf-8', 'standards-coverage.csv')).send(table);
    return '';
  }),
];
