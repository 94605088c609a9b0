import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../apps/core/src/platform/metrics/metrics.ts';
import { root } from './launcher/paths.ts';

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

const read = (file: string) => readFileSync(path.join(root, 'infrastructure/observability', file), 'utf8');
const rules = (parse(read('alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const panels = (
  JSON.parse(read('dashboard.json')) as { panels: { title: string; targets: { expr: string }[] }[] }
).panels;

/** Every name a scrape of the core would show, with the labels it declares. */
async function exposed(): Promise<Map<string, Set<string>>> {
  const { registry } = createMetrics('core');
  const names = new Map<string, Set<string>>();
  for (const metric of registry.getMetricsAsArray()) {
    const {
      name,
      type,
      labelNames = [],
    } = metric as unknown as {
      name: string;
      type: string;
      labelNames?: string[];
    };
    const labels = new Set([...labelNames, 'service', 'le']);
    const suffixes = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const suffix of suffixes) names.set(name + suffix, labels);
  }
  return names;
}

const queries = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

test.each(queries)('OPS-155 %s asks only for metrics and labels that exist', async (_title, expr) => {
  const known = await exposed();
  const asked = [...expr.matchAll(/\b((?:homeroom|process|nodejs)_\w+)(\{[^}]*\})?/g)];
  expect(asked.length).toBeGreaterThan(0);
  for (const [, name = '', selector = ''] of asked) {
    expect([...known.keys()]).toContain(name);
    for (const [, label = ''] of selector.matchAll(/(\w+)\s*[=!]/g))
      expect([...(known.get(name) ?? [])]).toContain(label);
  }
  for (const [, labels = ''] of expr.matchAll(/\bby \(([^)]*)\)/g)) {
    const allowed = new Set(asked.flatMap(([, name = '']) => [...(known.get(name) ?? [])]));
    for (const label of labels.split(',')) expect([...allowed]).toContain(label.trim());
  }
});

test.each(rules)('OPS-157 the alert $alert has a severity, words and a runbook that is there', (rule) => {
  expect(['info', 'warning', 'critical']).toContain(rule.labels.severity);
  expect(rule.annotations.summary).toBeTruthy();
  expect(existsSync(path.join(root, rule.annotations.runbook)), rule.annotations.runbook).toBe(true);
});
