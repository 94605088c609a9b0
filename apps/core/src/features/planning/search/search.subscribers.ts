import { on } from '../../../platform/events/event-subscribers.ts';
import { requestIndexing } from './search.request.service.ts';

const events = [
  'unit_plan.created',
  'unit_plan.published',
  'unit_plan.restored',
  'lesson_plan.created',
  'lesson_plan.published',
  'template.published',
  'standards.framework_updated',
  'course.created',
  'resource.created',
  'resource.updated',
  'resource.restored',
];

export const searchSubscribers = events.map((event) =>
  on(event, `search.${event}`, (tx, context) => requestIndexing(tx, context)),
);
