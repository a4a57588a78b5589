// The organisation's list of projects doesn't contain this one.

import { inference, recorded } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { isUuid } from '../../text/uuid.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'project-not-listed',
  statuses: [404, 500],
  run({ ids: { projectId }, tenant, history, diagnosis }) {
    if (projectId === undefined || !isUuid(projectId) || history.project(projectId) !== undefined) return [];
    const list = history.lastCompleteList('getProjects', tenant);
    if (list === undefined) return [];
    const isError = diagnosis.evidence.status === 500;
    return [
      {
        observed: `The project is not among the ${list.shown.projects.length} that \`getProjects\` listed for this tenant at ${clockTime(list.exchange.startedMs)}${
          isError ? '; a wrong id has been answered 500 before' : ''
        }`,
        fix: 'Take the `projectId` from `GET /Projects` of the same tenant.',
        certainty: isError ? 'possible' : 'likely',
        relatedIds: [list.exchange.id],
        citation: isError
          ? recorded('xero-node issue 510', 'https://github.com/XeroAPI/xero-node/issues/510')
          : inference,
      },
    ];
  },
};
