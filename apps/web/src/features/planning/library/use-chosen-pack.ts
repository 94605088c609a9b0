'use client';
import { getPlannerPack, listPlannerPacks } from '@k12/contracts/planning/pack-admin';
import { getPlannerSchema, type PlanSchema, type SchemaReference } from '@k12/contracts/planning/packs';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';

export interface ChosenPack {
  schema: PlanSchema;
  /** Null leaves the choice to the server: the pack that applies here. */
  reference: SchemaReference | null;
}

/** The packs one may begin with, the one that applies here, and the one that is chosen. */
export function useChosenPack() {
  const { me } = useSession();
  const mayChoose = 'templates.read' in me.capabilities;
  const usual = useApi(getPlannerSchema, { query: { object: 'unit' } });
  const packs = useApi(listPlannerPacks, mayChoose ? { query: { state: 'active', limit: 50 } } : null);
  const [id, setId] = useState<string | null>(null);
  const picked = useApi(getPlannerPack, id ? { params: { id } } : null);
  const schema = picked.data?.schemas.find(({ plan_kind }) => plan_kind === 'unit');
  const isPicked = id !== null && picked.data?.id === id && schema !== undefined;
  const chosen: ChosenPack | null =
    isPicked && picked.data
      ? {
          schema,
          reference: { pack_key: picked.data.key, pack_version: picked.data.version, schema_key: schema.key },
        }
      : usual.data?.schema
        ? { schema: usual.data.schema, reference: null }
        : null;
  return { id, choose: setId, chosen, usual: usual.data ?? null, packs: packs.data?.data ?? [] };
}
