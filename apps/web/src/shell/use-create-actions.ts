import { usePathname } from 'next/navigation';
import { useSession } from '@/lib/session-context.tsx';
import { createActionsFor } from './create-actions.ts';

export function useCreateActions() {
  return createActionsFor(useSession().me, usePathname());
}
