/** JSON values as YAML 1.2: block style, with every key and text quoted as in JSON, which YAML reads the same. */
export function toYaml(value: unknown, indent = 0): string {
  const pad = '  '.repeat(indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return value.map((item) => `\n${pad}- ${nested(item, indent)}`).join('');
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return '{}';
    return entries.map(([key, item]) => `\n${pad}${JSON.stringify(key)}: ${nested(item, indent)}`).join('');
  }
  return JSON.stringify(value) ?? 'null';
}

function nested(value: unknown, indent: number): string {
  return toYaml(value, indent + 1);
}
