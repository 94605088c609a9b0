import type { Transaction } from '@k12/db';

/** Linked students whose birthday asks for a step that was not taken yet. */
export function listComingOfAge(tx: Transaction, bornUntil: string) {
  return tx
    .selectFrom('guardian_links as link')
    .innerJoin('users as student', 'student.id', 'link.student_id')
    .select([
      'link.id',
      'link.student_id',
      'link.guardian_id',
      'link.adult_basis',
      'link.majority_notice_at',
      'link.majority_paused_at',
      'student.birth_on',
    ])
    .where('link.state', '=', 'active')
    .where('link.majority_paused_at', 'is', null)
    .where('student.birth_on', '<=', bornUntil)
    .orderBy('link.student_id')
    .execute();
}

export async function updateMajority(
  tx: Transaction,
  linkId: string,
  changes: { majority_notice_at?: string; majority_paused_at?: string },
): Promise<void> {
  await tx.updateTable('guardian_links').set(changes).where('id', '=', linkId).execute();
}

/** Guardians and nothing else whose last link ended before the instant, and who have none now or pending. */
export function listGuardiansWithoutLinks(tx: Transaction, endedBefore: string) {
  return tx
    .selectFrom('users as user')
    .innerJoin('guardian_links as link', 'link.guardian_id', 'user.id')
    .select('user.id')
    .where('user.state', '=', 'active')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('role_assignments as assignment')
            .innerJoin('roles as role', 'role.id', 'assignment.role_id')
            .select('assignment.id')
            .whereRef('assignment.user_id', '=', 'user.id')
            .where('role.key', '<>', 'guardian'),
        ),
      ),
    )
    .groupBy('user.id')
    .having((eb) => eb.fn('bool_and', [eb('link.state', '=', 'inactive')]), '=', true)
    .having((eb) => eb.fn.max('link.ended_at'), '<', endedBefore)
    .execute();
}
