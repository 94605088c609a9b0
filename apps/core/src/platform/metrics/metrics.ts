import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const jobBuckets = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600, 3600];

/** Every metric of the core. Labels come from closed lists: route templates, classes, outcomes (OPS-152). */
export function createMetrics(service: string) {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Counter<L>({ name: `homeroom_${name}`, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge<L>({ name: `homeroom_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    labelNames: L[] = [],
    buckets = requestBuckets,
  ) => new Histogram<L>({ name: `homeroom_${name}`, help, labelNames, buckets, registers });
  return {
    registry,
    http_requests: histogram('http_request_seconds', 'Requests by route template and status', [
      'method',
      'route',
      'status',
    ]),
    db_seconds: histogram('db_request_seconds', 'Database time of one request', ['route']),
    db_statements: counter('db_statements_total', 'Statements sent for requests'),
    db_pool: gauge('db_pool_connections', 'Connections of the pool', ['pool', 'state']),
    cache_lookups: counter('cache_lookups_total', 'Cache lookups', ['outcome']),
    rate_limit_decisions: counter('rate_limit_decisions_total', 'Attempts by class', ['class', 'outcome']),
    rate_limit_store_up: gauge('rate_limit_store_up', '1 while the shared counters answer'),
    sign_in_address_blocks: counter(
      'sign_in_address_blocks_total',
      'Addresses blocked from sign-in for an hour',
    ),
    gateway_calls: counter('ai_gateway_calls_total', 'Calls of the AI gateway', ['outcome']),
    files_uploaded: counter('files_uploaded_total', 'Uploads by purpose', ['purpose', 'outcome']),
    client_errors: counter('client_errors_total', 'Errors reported by browsers', ['kind']),
    web_vitals: histogram(
      'web_vitals',
      'Web vitals as measured by browsers; CLS in thousandths, others in seconds',
      ['name', 'rating'],
      [0.05, 0.1, 0.2, 0.5, 1, 1.5, 2.5, 4, 8, 100, 250],
    ),
    vitals_worsened: gauge(
      'web_vitals_worsened',
      'Pages that the newest release made more than a fifth slower',
    ),
    flag_evaluations: counter('flag_evaluations_total', 'Flag evaluations', ['key', 'outcome']),
    jobs: histogram('job_seconds', 'Runs of background jobs', ['kind', 'outcome'], jobBuckets),
    unhandled_errors: counter('unhandled_errors_total', 'Errors that nobody foresaw', ['kind']),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
