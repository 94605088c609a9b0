import { randomBytes } from 'node:crypto';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const wellFormed = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The W3C trace a request belongs to; passed on to the gateway, jobs and webhooks (OPS-151, OPS-153). */
export interface Trace {
  trace_id: string;
  parent_id: string;
  sampled: boolean;
}

export function readTrace(header: string | string[] | undefined): Trace {
  const parts = typeof header === 'string' ? wellFormed.exec(header) : null;
  const [, trace_id, parent_id, flags] = parts ?? [];
  if (trace_id && parent_id)
    return { trace_id, parent_id, sampled: (Number.parseInt(flags ?? '0', 16) & 1) === 1 };
  return {
    trace_id: randomBytes(16).toString('hex'),
    parent_id: randomBytes(8).toString('hex'),
    sampled: false,
  };
}

export function traceparent({ trace_id, parent_id, sampled }: Trace): string {
  return `00-${trace_id}-${parent_id}-${sampled ? '01' : '00'}`;
}

// Without a registered SDK this tracer does nothing and costs next to nothing.
const tracer = () => trace.getTracer('homeroom');

/** A server span under the caller's trace. Names and attributes hold route templates, never addresses. */
export function startRequestSpan(from: Trace, method: string): Span {
  const parent = trace.setSpanContext(context.active(), {
    traceId: from.trace_id,
    spanId: from.parent_id,
    traceFlags: from.sampled ? 1 : 0,
    isRemote: true,
  });
  return tracer().startSpan(method, { kind: SpanKind.SERVER }, parent);
}

/** What this request calls belongs under its span; without an exporter, under the caller's. */
export function traceOf(span: Span, from: Trace): Trace {
  if (!span.isRecording()) return from;
  const { spanId, traceFlags } = span.spanContext();
  return { ...from, parent_id: spanId, sampled: traceFlags % 2 === 1 };
}

/** A finished run of background work, as one span. */
export function noteJobSpan(
  kind: string,
  run: { outcome: string; duration_ms: number; failed: boolean; request_id: string | null },
): void {
  const ended = Date.now();
  const span = tracer().startSpan(`job ${kind}`, {
    kind: SpanKind.CONSUMER,
    startTime: ended - run.duration_ms,
  });
  if (span.isRecording()) {
    const { outcome, request_id } = run;
    span.setAttributes({
      'homeroom.outcome': outcome,
      ...(request_id && { 'homeroom.request_id': request_id }),
    });
    if (run.failed) span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end(ended);
}

export interface RequestFacts {
  method: string;
  route: string;
  status: number;
  db_ms: number;
  db_count: number;
  request_id: string;
}

export function endRequestSpan(span: Span, { method, route, status, ...facts }: RequestFacts): void {
  if (span.isRecording()) {
    span.updateName(`${method} ${route}`);
    span.setAttributes({
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'homeroom.db_ms': Math.round(facts.db_ms * 10) / 10,
      'homeroom.db_count': facts.db_count,
      'homeroom.request_id': facts.request_id,
    });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}
