/** PostgreSQL refused a row because a unique constraint or index holds it already. */
export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === '23505';
}
