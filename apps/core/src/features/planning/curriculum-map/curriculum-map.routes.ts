import {
  adoptPacing,
  createBaseline,
  createPacingGuide,
  exportCurriculumMap,
  getCurriculumMap,
  listBaselines,
  listPacingGuides,
} from '@k12/contracts/planning/curriculum-map';
import { route } from '../../../platform/http/route.ts';
import * as service from './curriculum-map.service.ts';
import * as exports from './export-map.service.ts';
import * as pacing from './pacing.service.ts';

export const curriculumMapRoutes = [
  route(getCurriculumMap, ({ context, query }) => service.getCurriculumMap(context, query)),
  route(exportCurriculumMap, async ({ context, query, reply }) => {
    const { name, csv } = await exports.exportCurriculumMap(context, query);
    reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    });
    reply.send(csv);
    return '';
  }),
  route(listBaselines, ({ context, query }) => pacing.listBaselines(context, query)),
  route(createBaseline, ({ context, body }) => pacing.createBaseline(context, body)),
  route(listPacingGuides, ({ context, query }) => pacing.listPacingGuides(context, query)),
  route(createPacingGuide, ({ context, body }) => pacing.createPacingGuide(context, body)),
  route(adoptPacing, ({ context, body }) => pacing.adoptPacing(context, body)),
];
