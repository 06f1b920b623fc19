/** A schedule expression that AWS would not take, or that is not run here. */
export class ScheduleError extends Error {
  override name = 'ScheduleError';
}
