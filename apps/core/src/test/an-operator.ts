import { acceptInvitation } from '@k12/contracts/identity/invitations';
import { confirmTotp, startTotp } from '@k12/contracts/identity/mfa';
import { operatorsTenantId } from '../features/identity/tenants/operators.rules.ts';
import { createOperator } from '../features/identity/tenants/operators.service.ts';
import { build, nextNumber } from './people.ts';
import { aPassword, codeNow } from './sign-in.ts';
import { TestActor, type TestServer } from './test-server.ts';

/** An operator as the command makes one: the link, a password, a second factor. */
export async function anOperator(server: TestServer): Promise<TestActor> {
  const { platform } = server;
  const given_name = `Operator${nextNumber()}`;
  const email = `${given_name.toLowerCase()}@operators.example`;
  const link = await createOperator(platform, { email, given_name, family_name: 'Test' });
  const token = link?.split('/').at(-1) ?? '';
  const row = await build(platform, (tx) =>
    tx.selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow(),
  );
  const names = { email, given_name, family_name: 'Test' };
  const operator = new TestActor(server, { id: row.id, tenant_id: operatorsTenantId, ...names });
  await operator.call(acceptInvitation, { params: { token }, body: { password: aPassword } });
  operator.forgetCsrf();
  const { secret } = await operator.call(startTotp, {});
  await operator.call(confirmTotp, { body: { code: await codeNow(server, secret) } });
  return operator;
}
