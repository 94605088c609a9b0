/** Letters of any script; what file systems or headers would trip over becomes a dash. */
export function fileNameOf(title: string): string {
  const name = title
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .trim()
    .slice(0, 80);
  return name || 'plan';
}
