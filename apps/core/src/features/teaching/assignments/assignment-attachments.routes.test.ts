import {
  attachResource,
  detachResource,
  listAttachments,
  updateAttachment,
} from '@k12/contracts/planning/resource-attachments';
import { deleteResource, getResourceContent } from '@k12/contracts/planning/resources';
import {
  duplicateAssignment,
  getPublishChecks,
  listAssignments,
  publishAssignment,
} from '@k12/contracts/teaching/assignments';
import { copyCourse } from '@k12/contracts/teaching/course-copy';
import { getCourse } from '@k12/contracts/teaching/courses';
import { getLearnerAssignment, getLearnerAttachment } from '@k12/contracts/teaching/learning';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { anAssignment, aTaughtCourse, contextOfTests, enroll } from '../../../test/records.teaching.ts';
import { aFile, aLink, aPdf, upload } from '../../../test/resources.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { runCopy } from '../course-copy/run-copy.service.ts';

const world = await aSchool();
const { anonymous, teacher, otherTenantTeacher, platform } = world;
const course = await aTaughtCourse(world, { students: [2] });
const [student, classmate] = course.students as [TestActor, TestActor];
const someTeacher = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});
const coTeacher = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});
await enroll(world, course.sections[0] ?? '', coTeacher.id, { role: 'co_teacher' });

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const attach = (id: string, target_id: string, actor: TestActor = teacher, given: object = {}) =>
  actor.send(attachResource, {
    params: { id },
    body: { target_type: 'assignment', target_id, audience: 'student', ...given },
  });
const attachedTo = (target_id: string, actor: TestActor = teacher) =>
  actor.call(listAttachments, { query: { target_type: 'assignment', target_id } });
const seenBy = (actor: TestActor, assignment_id: string) =>
  actor.call(getLearnerAssignment, { params: { id: actor.id, assignment_id } });
const download = (actor: TestActor, of: TestActor, assignment_id: string, attachment_id: string) =>
  actor.send(getLearnerAttachment, { params: { id: of.id, assignment_id, attachment_id } });

test('TCH-48 files and links are attached by who may write the assignment, and by nobody else', async () => {
  const id = await anAssignment(world, course.course_id, { state: 'draft' });
  const link = await aLink(teacher);
  expect((await attach(link.id, id, anonymous)).status).toBe(401);
  expect((await attach(link.id, id, student)).status).toBe(403);
  expect((await attach(link.id, id, someTeacher)).status).toBe(404);
  expect((await attach(link.id, id, otherTenantTeacher)).status).toBe(404);
  const first = await attach(link.id, id);
  const again = await attach(link.id, id);
  expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
  const file = await aFile(coTeacher);
  expect((await attach(file.id, id, coTeacher)).status).toBe(201);
  const { data, can } = await attachedTo(id);
  expect(data.map(({ state, audience }) => [state, audience])).toEqual([
    ['there', 'student'],
    ['there', 'student'],
  ]);
  expect(can.attach).toBe(true);
  // Private to a colleague, and open to the staff of the course by the assignment.
  expect((await teacher.send(getResourceContent, { params: { id: file.id }, query: {} })).status).toBe(200);
  expect((await someTeacher.send(getResourceContent, { params: { id: file.id }, query: {} })).status).toBe(
    404,
  );
  const place = { target_type: 'assignment', target_id: id } as const;
  expect((await teacher.send(detachResource, { params: { id: link.id }, body: place })).status).toBe(204);
  expect((await attachedTo(id)).data).toHaveLength(1);
});

test('TCH-48 students open what is for them once the work opens; classmates, strangers and staff notes stay out', async () => {
  const opens = platform.clock.now().getTime() + 300_000;
  const id = await anAssignment(world, course.course_id, {
    available_from_at: new Date(opens).toISOString(),
  });
  const content = aPdf('lab sheet');
  const file = await aFile(teacher, { file_id: await upload(teacher, content), title: 'Lab sheet' });
  const [link, key] = [await aLink(teacher), await aLink(teacher, { title: 'Answers' })];
  const { body } = await attach(file.id, id, teacher, { caption: 'Print this' });
  await attach(link.id, id);
  await attach(key.id, id, teacher, { audience: 'teacher' });
  expect((await seenBy(student, id)).attachments).toEqual([]);
  expect((await download(student, student, id, body.id)).status).toBe(404);

  world.clock.advance({ minutes: 6 });
  const { attachments } = await seenBy(student, id);
  expect(attachments).toMatchObject([
    { kind: 'file', title: 'Lab sheet', caption: 'Print this', size_bytes: content.length, url: null },
    { kind: 'link', title: link.title, url: link.url, file_name: null },
  ]);
  const opened = await download(student, student, id, body.id);
  expect([opened.status, String(opened.body)]).toEqual([200, content.toString()]);
  expect(opened.headers.get('content-disposition')).toContain('attachment');
  expect((await download(student, classmate, id, body.id)).status).toBe(404);
  const elsewhere = await anAssignment(world, course.course_id);
  expect((await download(student, student, elsewhere, body.id)).status).toBe(404);

  await teacher.call(updateAttachment, { params: { id: body.id }, body: { audience: 'teacher' } });
  expect((await download(student, student, id, body.id)).status).toBe(404);
});

test('TCH-48 a picture in the instructions opens to the student, by a link of their own, and no hand-in that a text names', async () => {
  const png = Buffer.from(onePixel, 'base64');
  const file_id = await upload(teacher, png, 'cell.png', 'image/png');
  const handed = await upload(student, aPdf(), 'own.pdf', 'application/pdf', 'submission');
  const picture = (id: string) => ({
    type: 'image',
    attrs: { src: `/api/v1/files/${id}/content`, alt: 'A cell' },
  });
  const instructions = { type: 'doc', content: [picture(file_id), picture(handed)] };
  const id = await anAssignment(world, course.course_id, {
    instructions: JSON.stringify(instructions) as never,
  });
  const seen = (await seenBy(student, id)).instructions as unknown as typeof instructions;
  const [shown, other] = seen.content.map(({ attrs }) => attrs.src);
  expect(other).toBe(`/api/v1/files/${handed}/content`);
  const open = (actor: TestActor, address = '') => actor.fetch('GET', address.replace('/api/v1', ''));
  expect((await open(student, shown)).status).toBe(200);
  expect((await open(classmate, shown)).status).toBe(404);
  expect((await open(student, `/api/v1/files/${file_id}/content`)).status).toBe(404);
});

test('TCH-48 TCH-29 what students cannot open is flagged before publishing and never shown to them', async () => {
  const id = await anAssignment(world, course.course_id, { state: 'draft' });
  const [gone, kept] = [await aLink(teacher), await aLink(teacher)];
  await attach(gone.id, id);
  await attach(kept.id, id);
  const checks = async () =>
    (await teacher.call(getPublishChecks, { params: { id } })).data.map(({ code }) => code);
  expect(await checks()).not.toContain('resource_closed');
  await teacher.send(deleteResource, { params: { id: gone.id }, query: { confirm: 'true' } } as never);
  expect(await checks()).toContain('resource_closed');
  await teacher.call(publishAssignment, { params: { id }, body: { accept_warnings: true } });
  expect((await seenBy(student, id)).attachments.map(({ title }) => title)).toEqual([kept.title]);
});

test('TCH-48 TCH-02 a duplicate and a copied course have the same attached', async () => {
  const id = await anAssignment(world, course.course_id);
  const link = await aLink(teacher);
  await attach(link.id, id, teacher, { caption: 'Watch first' });
  const copy = await teacher.call(duplicateAssignment, { params: { id }, body: {} });
  expect((await attachedTo(copy.id)).data).toMatchObject([
    { resource_id: link.id, caption: 'Watch first', audience: 'student' },
  ]);
  const { academic_year_id } = await teacher.call(getCourse, { params: { id: course.course_id } });
  const copied = await teacher.call(copyCourse, {
    params: { id: course.course_id },
    body: { academic_year_id, parts: ['assignments'] },
  });
  await runCopy(contextOfTests(world), copied.id);
  const { data } = await teacher.call(listAssignments, {
    params: { id: copied.course_id },
    query: {},
  } as never);
  const attached = await Promise.all(data.map((one) => attachedTo(one.id)));
  expect(attached.flatMap((one) => one.data).map(({ caption }) => caption)).toContain('Watch first');
});
