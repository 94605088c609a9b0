import {
  listPictures,
  removeOwnPicture,
  removePicture,
  setOwnPicture,
} from '@k12/contracts/identity/pictures';
import { route } from '../../../platform/http/route.ts';
import * as service from './pictures.service.ts';

export const picturesRoutes = [
  route(listPictures, ({ context, query }) => service.listPictures(context, query.ids)),
  route(setOwnPicture, ({ context, body }) => service.setOwnPicture(context, body.file_id)),
  route(removeOwnPicture, ({ context }) => service.removeOwnPicture(context)),
  route(removePicture, ({ context, params }) => service.removePicture(context, params.id)),
];
