import type { Job, JobState, OperatorJob } from '@k12/contracts/operations/jobs';

/** A row of the queue. Instants come as text, as everywhere. */
export interface JobRow {
  id: string;
  name: string;
  state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';
  data: {
    kind: string;
    version: number;
    tenant_id: string | null;
    request_id: string;
    started_by: string | null;
    payload: unknown;
  };
  output: {
    name?: string;
    message?: string;
    permanent?: boolean;
    stack?: string | null;
    discard_reason?: string;
    /** What pg-boss writes when a heartbeat or a time limit was missed. */
    value?: { message?: string };
  } | null;
  retry_count: number;
  retry_limit: number;
  created_on: string;
  start_after: string;
  started_on: string | null;
  completed_on: string | null;
  is_due: boolean;
}

const states: Record<JobRow['state'], JobState> = {
  created: 'waiting',
  retry: 'retrying',
  active: 'running',
  completed: 'finished',
  cancelled: 'discarded',
  failed: 'dead',
};

export function stateOf(row: Pick<JobRow, 'state' | 'is_due'>): JobState {
  return row.state === 'created' && !row.is_due ? 'scheduled' : states[row.state];
}

export function presentJob(row: JobRow): Job {
  const { kind, tenant_id, started_by, request_id } = row.data;
  const message = row.output?.message ?? row.output?.value?.message;
  return {
    id: row.id,
    kind,
    queue: row.name as Job['queue'],
    state: stateOf(row),
    tenant_id,
    started_by,
    request_id,
    attempts: row.started_on === null ? row.retry_count : row.retry_count + 1,
    tries: row.retry_limit + 1,
    created_at: row.created_on,
    run_at: row.start_after,
    started_at: row.started_on,
    finished_at: row.completed_on,
    error: message
      ? { name: row.output?.name ?? 'Error', message, permanent: row.output?.permanent ?? false }
      : null,
    can: { retry: row.state === 'failed' },
  };
}

/** For operators of the installation: also what the job was given, and the trace. */
export function presentOperatorJob(row: JobRow): OperatorJob {
  return {
    ...presentJob(row),
    version: row.data.version,
    payload: row.data.payload,
    stack: row.output?.stack ?? null,
    discard_reason: row.output?.discard_reason ?? null,
  };
}
