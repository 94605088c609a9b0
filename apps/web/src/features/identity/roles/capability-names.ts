'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** "Unit plans: publish", put together from the words for the thing and for what is done with it. */
export function useCapabilityName() {
  const t = useTranslations('roles');
  return useCallback(
    (capability: string) => {
      const [resource = '', ...verb] = capability.split('.');
      const thing = t.has(`resources.${resource}`) ? t(`resources.${resource}`) : resource;
      const action = verb.join('_');
      return t('capability', { thing, action: t.has(`verbs.${action}`) ? t(`verbs.${action}`) : action });
    },
    [t],
  );
}
