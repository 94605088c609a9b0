import {
  createBankEntry,
  deleteBankEntry,
  importCommentBank,
  listCommentBank,
  updateBankEntry,
  useBankEntry,
} from '@k12/contracts/teaching/comment-bank';
import { route } from '../../../platform/http/route.ts';
import * as service from './comment-bank.service.ts';

export const commentBankRoutes = [
  route(listCommentBank, ({ context, query }) => service.listEntries(context, query)),
  route(createBankEntry, ({ context, body }) => service.createEntry(context, body)),
  route(importCommentBank, ({ context, body }) => service.importEntries(context, body)),
  route(updateBankEntry, ({ context, params, body }) => service.updateEntry(context, params.id, body)),
  route(useBankEntry, ({ context, params }) => service.countUse(context, params.id)),
  route(deleteBankEntry, ({ context, params }) => service.deleteEntry(context, params.id)),
];
