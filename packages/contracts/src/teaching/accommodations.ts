import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, lockVersion, noContent } from '../records.ts';

/** What a student gets in every assignment of a course by itself; staff only (TCH-36). */
export const Accommodation = z
  .object({
    id,
    course_id: id,
    student_id: id,
    student_name: z.string(),
    extra_days: z.int(),
    has_late_penalty: z.boolean(),
    reduced_work: z.string(),
    updated_at: instant,
    lock_version: lockVersion,
  })
  .meta({ id: 'Accommodation' });
export type Accommodation = z.infer<typeof Accommodation>;

const fields = {
  extra_days: z.int().min(0).max(60),
  has_late_penalty: z.boolean(),
  reduced_work: z.string().trim().max(500),
};

export const AccommodationCreate = z
  .strictObject({ student_id: id, ...fields })
  .partial({ extra_days: true, has_late_penalty: true, reduced_work: true });
export type AccommodationCreate = z.infer<typeof AccommodationCreate>;

export const AccommodationUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type AccommodationUpdate = z.infer<typeof AccommodationUpdate>;

export const listAccommodations = endpoint({
  name: 'accommodations.list',
  method: 'GET',
  path: '/courses/{id}/accommodations',
  summary: 'Standing accommodations of a course, for its staff only',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(Accommodation) }) },
});

export const createAccommodation = endpoint({
  name: 'accommodations.create',
  method: 'POST',
  path: '/courses/{id}/accommodations',
  summary: 'Give a student something in every assignment of the course',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AccommodationCreate,
  replies: { 201: Accommodation },
  errors: ['conflict'],
});

export const updateAccommodation = endpoint({
  name: 'accommodations.update',
  method: 'PATCH',
  path: '/accommodations/{id}',
  summary: 'Change what a student gets in a course',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: AccommodationUpdate,
  replies: { 200: Accommodation },
  errors: ['version_conflict'],
});

export const deleteAccommodation = endpoint({
  name: 'accommodations.delete',
  method: 'DELETE',
  path: '/accommodations/{id}',
  summary: 'End an accommodation; dates follow',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});
