import { host } from '../../host.ts';
import { invocation } from '../../invocation.ts';

export const authType = (): string => invocation().context.authType;

export const ids = {
  autoId: (): string => host().uuid(),
  autoUlid: (): string => host().ulid(),
  autoKsuid: (): string => host().ksuid(),
};
