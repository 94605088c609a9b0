import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams } from '../records.ts';
import { Me } from './me.ts';
import { User } from './users.ts';

export const mostPicturesAtOnce = 100;

export const listPictures = endpoint({
  name: 'users.list_pictures',
  method: 'GET',
  path: '/users/pictures',
  summary: 'Pictures of people, of those who have one and whom the caller may see',
  permission: 'signed_in',
  rate: 'general',
  query: z.strictObject({
    /** Ids with commas between them, at most 100. */
    ids: z
      .string()
      .max(mostPicturesAtOnce * 37)
      .transform((text) => [...new Set(text.split(','))])
      .pipe(z.array(id).min(1).max(mostPicturesAtOnce)),
  }),
  replies: {
    200: z.object({
      /** The address holds for a day, for the person who asked, and is the same for half of it. */
      data: z.array(z.object({ id, picture_url: z.string() })),
    }),
  },
});

export const setOwnPicture = endpoint({
  name: 'me.set_picture',
  method: 'PUT',
  path: '/me/picture',
  summary: 'Show oneself with a picture uploaded before, for the purpose avatar',
  permission: 'signed_in',
  rate: 'general',
  body: z.strictObject({ file_id: id }),
  replies: { 200: Me },
  flag: 'file_uploads',
});

export const removeOwnPicture = endpoint({
  name: 'me.remove_picture',
  method: 'DELETE',
  path: '/me/picture',
  summary: 'Be shown with initials again; the picture is deleted',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: Me },
});

export const removePicture = endpoint({
  name: 'users.remove_picture',
  method: 'DELETE',
  path: '/users/{id}/picture',
  summary: 'Delete the picture of a person',
  permission: 'users.update',
  rate: 'general',
  params: idParams,
  replies: { 200: User },
});
