// The task belongs to a different project than the one in the path.

import { timePage } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { quote } from '../../text/quote.ts';
import { requestFields } from '../check-support/walk-fields.ts';
import type { CauseRule, FailedRequest } from './cause.ts';

export const rule: CauseRule = {
  id: 'task-of-another-project',
  statuses: [400, 404, 500],
  run(refusal) {
    const { ids, history } = refusal;
    const taskId = ids.taskId ?? sentTask(refusal);
    const occurrence = taskId === undefined ? undefined : history.task(taskId);
    if (occurrence === undefined || ids.projectId === undefined || occurrence.record.projectId === ids.projectId)
      return [];
    return [
      {
        observed: `At ${clockTime(occurrence.exchange.startedMs)}, the task ${quote(occurrence.record.name, 40)} was in project \`${occurrence.record.projectId}\`. The path names another project`,
        fix: 'Use the task’s own project in the path.',
        certainty: 'likely',
        relatedIds: [occurrence.exchange.id],
        citation: timePage,
      },
    ];
  },
};

function sentTask({ context }: FailedRequest): string | undefined {
  const value = requestFields(context).fields.find(({ row }) => row.name === 'taskId')?.value;
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}
