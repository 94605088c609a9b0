import { randomBytes } from 'node:crypto';
import {
  type Attributes,
  type AttributeValue,
  type Context,
  type HrTime,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanOptions,
  type SpanStatus,
  SpanStatusCode,
  type TimeInput,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import type { Log } from '../log.ts';
import { version } from '../version.ts';

export interface ExporterOptions {
  /** Of the collector; spans go to its path /v1/traces as OTLP over HTTP in JSON. */
  endpoint: string;
  service: string;
  /** The share of traces that nobody else has decided about; errors and slow spans are kept whatever it says. */
  ratio: number;
  log: Log;
}

interface FinishedSpan {
  context: SpanContext;
  parent_id: string | undefined;
  name: string;
  kind: SpanKind;
  attributes: Attributes;
  status: SpanStatus;
  started_ms: number;
  ended_ms: number;
}

const slowMs = 1_000;
const heldAtMost = 2_000;
const sentAtOnce = 500;
const everyMs = 5_000;
const patienceMs = 5_000;

/**
 * As much of an SDK as one kind of span needs (OPS-153). What is kept is decided when a span ends: sampled, failed or
 * slower than a second. A collector that is away costs the spans it missed and nothing else.
 */
export function startOtlpExporter(options: ExporterOptions) {
  let held: FinishedSpan[] = [];
  let hasFailed = false;

  function keep(span: FinishedSpan, isSampled: boolean): void {
    const isRemarkable =
      span.status.code === SpanStatusCode.ERROR || span.ended_ms - span.started_ms > slowMs;
    if (!isSampled && !isRemarkable) return;
    if (held.length < heldAtMost) held.push(span);
    if (held.length >= sentAtOnce) void flush();
  }

  async function flush(): Promise<void> {
    if (held.length === 0) return;
    const spans = held;
    held = [];
    try {
      const response = await fetch(`${options.endpoint.replace(/\/$/, '')}/v1/traces`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asOtlp(spans, options.service)),
        signal: AbortSignal.timeout(patienceMs),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`The collector answered ${response.status}`);
      hasFailed = false;
    } catch (error) {
      // Said once: a collector that stays away shall not fill the log.
      if (!hasFailed) options.log.warn({ err: error, spans: spans.length }, 'traces could not be sent');
      hasFailed = true;
    }
  }

  const timer = setInterval(() => void flush(), everyMs).unref();
  const tracer: Tracer = {
    startSpan: (name, given, parent) => startSpan(name, given, parent, options.ratio, keep),
    startActiveSpan: (() => {
      throw new Error('Spans are passed on explicitly here');
    }) as Tracer['startActiveSpan'],
  };
  const provider: TracerProvider = { getTracer: () => tracer };
  trace.setGlobalTracerProvider(provider);
  return {
    flush,
    async close(): Promise<void> {
      clearInterval(timer);
      trace.disable();
      await flush();
    },
  };
}

function startSpan(
  firstName: string,
  given: SpanOptions = {},
  context: Context = ROOT_CONTEXT,
  ratio: number,
  keep: (span: FinishedSpan, isSampled: boolean) => void,
): Span {
  const parent = trace.getSpanContext(context);
  const traceId = parent?.traceId ?? randomBytes(16).toString('hex');
  const isSampled = (parent?.traceFlags ?? 0) % 2 === 1 || isInShare(traceId, ratio);
  const own: SpanContext = { traceId, spanId: randomBytes(8).toString('hex'), traceFlags: isSampled ? 1 : 0 };
  const started_ms = milliseconds(given.startTime);
  const attributes: Attributes = { ...given.attributes };
  let name = firstName;
  let status: SpanStatus = { code: SpanStatusCode.UNSET };
  let isOver = false;
  const span: Span = {
    spanContext: () => own,
    isRecording: () => !isOver,
    setAttribute(key: string, value: AttributeValue) {
      attributes[key] = value;
      return span;
    },
    setAttributes(more: Attributes) {
      Object.assign(attributes, more);
      return span;
    },
    setStatus(next: SpanStatus) {
      status = next;
      return span;
    },
    updateName(next: string) {
      name = next;
      return span;
    },
    addEvent: () => span,
    addLink: () => span,
    addLinks: () => span,
    // What an error says may quote people; the error ring keeps it, scrubbed (OPS-150).
    recordException: () => undefined,
    end(at?: TimeInput) {
      if (isOver) return;
      isOver = true;
      const kind = given.kind ?? SpanKind.INTERNAL;
      const times = { started_ms, ended_ms: milliseconds(at) };
      keep({ context: own, parent_id: parent?.spanId, name, kind, attributes, status, ...times }, isSampled);
    },
  };
  return span;
}

/** All processes decide alike about one trace. */
function isInShare(traceId: string, ratio: number): boolean {
  return Number.parseInt(traceId.slice(-8), 16) < ratio * 0x1_0000_0000;
}

function milliseconds(time: TimeInput | undefined): number {
  if (time === undefined) return Date.now();
  if (typeof time === 'number') return time;
  if (time instanceof Date) return time.getTime();
  const [seconds, nanoseconds] = time as HrTime;
  return seconds * 1_000 + nanoseconds / 1_000_000;
}

function asOtlp(spans: FinishedSpan[], service: string) {
  const resource = {
    attributes: asPairs({ 'service.name': `homeroom-${service}`, 'service.version': version }),
  };
  const nano = (ms: number) => `${Math.round(ms * 1_000)}000`;
  const rows = spans.map((span) => ({
    traceId: span.context.traceId,
    spanId: span.context.spanId,
    ...(span.parent_id && { parentSpanId: span.parent_id }),
    name: span.name,
    // The wire counts from 1; 0 is unspecified.
    kind: span.kind + 1,
    startTimeUnixNano: nano(span.started_ms),
    endTimeUnixNano: nano(span.ended_ms),
    attributes: asPairs(span.attributes),
    status: { code: span.status.code },
  }));
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'homeroom' }, spans: rows }] }] };
}

function asPairs(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({
    key,
    value:
      typeof value === 'number'
        ? Number.isInteger(value)
          ? { intValue: String(value) }
          : { doubleValue: value }
        : typeof value === 'boolean'
          ? { boolValue: value }
          : { stringValue: String(value) },
  }));
}
