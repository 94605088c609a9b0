import { newId } from '@k12/db';
import type { ASchool } from './a-school.ts';
import { build } from './people.ts';

/** Puts content into a plan's working draft as somebody's edit, without the editor's rules. */
export async function writeDraft(
  world: ASchool,
  planId: string,
  content: object,
  editorId?: string,
): Promise<void> {
  const tenant_id = world.tenant.id;
  const now = world.clock.now().toISOString();
  await build(world.platform, async (tx) => {
    const draft = await tx
      .updateTable('plan_drafts')
      .set((eb) => ({
        content: JSON.stringify(content),
        revision: eb('revision', '+', 1),
        last_edited_at: now,
        ...(editorId ? { last_editor_id: editorId } : {}),
      }))
      .where('tenant_id', '=', tenant_id)
      .where('plan_id', '=', planId)
      .returning(['revision', 'last_editor_id'])
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('plan_draft_edits')
      .values({
        tenant_id,
        plan_id: planId,
        revision: draft.revision,
        change_id: newId(),
        editor_id: draft.last_editor_id,
        edited_at: now,
        paths: Object.keys(content).map((key) => `/${key}`),
      })
      .execute();
  });
}

/** The content that the tests of plans write, in the sections of the plain pack. */
export function richText(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

export function objectives(...texts: string[]) {
  return texts.map((text) => ({ id: `00000000-0000-7000-8000-00000000000${text[0]}`, text: text.slice(1) }));
}
