'use client';
import { PageFailure } from '@/shell/page-failure.tsx';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <PageFailure reference={error.digest} onRetry={reset} />;
}
