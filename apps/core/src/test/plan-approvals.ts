import { createApprovalRoute, listApprovals } from '@k12/contracts/planning/approvals';
import { createUnitPlan } from '@k12/contracts/planning/plans';
import { submitUnit } from '@k12/contracts/planning/transitions';
import type { ASchool } from './a-school.ts';
import { nextNumber } from './people.ts';
import { objectives, richText, writeDraft } from './plan-drafts.ts';
import type { TestActor } from './test-server.ts';

/** A unit of the plain pack with all that its schema asks for. */
export async function aCompleteUnit(world: ASchool, author: TestActor, fields: object = {}): Promise<string> {
  const body = { title: `Unit ${nextNumber()}`, school_id: world.school.id, ...fields };
  const { id } = await author.call(createUnitPlan, { body });
  await writeDraft(world, id, { overview: richText('Light'), objectives: objectives('1Name it') }, author.id);
  return id;
}

/** Approval of plans of this subject, so that routes of one test do not meet those of another. */
export async function aRoute(world: ASchool, given: object = {}): Promise<string> {
  const subject = `Subject ${nextNumber()}`;
  await world.admin.call(createApprovalRoute, {
    body: {
      school_id: world.school.id,
      subject,
      pack_key: null,
      enabled: true,
      steps: [{ mode: 'any', role: 'curriculum_lead', user_ids: [] }],
      due_days: null,
      publish_on_approval: false,
      ...given,
    },
  });
  return subject;
}

/** A unit handed in, with its request. */
export async function aSubmission(world: ASchool, author: TestActor, given: object = {}) {
  const subject = await aRoute(world, given);
  const unit_id = await aCompleteUnit(world, author, { subjects: [subject] });
  const standing = await author.call(submitUnit, { params: { id: unit_id }, body: {} });
  return { unit_id, subject, request_id: standing.approval_request_id ?? '' };
}

export async function queueOf(actor: TestActor, query: object = {}): Promise<string[]> {
  const { data } = await actor.call(listApprovals, { query: { limit: 200, ...query } });
  return data.map((request) => request.id);
}
