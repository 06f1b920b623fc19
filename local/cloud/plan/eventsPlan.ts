import type { BusDefinition, RuleDefinition } from '../../events/bus/definition.ts';
import type { FunctionPermission } from '../../events/delivery/send/functionPermissions.ts';
import type { ScheduleBody } from '../../events/scheduler/scheduleShape.ts';

/** What EventBridge does: buses with their rules, and schedules. */
export type EventsPlan = {
  /** Besides the default bus. */
  buses: BusDefinition[];
  rules: RuleDefinition[];
  /** Names, besides the default group. */
  scheduleGroups: string[];
  schedules: ScheduleBody[];
  /** Which services the functions let in. */
  permissions: FunctionPermission[];
};
