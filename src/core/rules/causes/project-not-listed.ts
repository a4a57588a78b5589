// The organisation's list of projects doesn't contain this one.

import { inference, recorded } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import { plural } from '../../text/plural.ts';
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
        observed: `This project isn’t in the list that \`getProjects\` returned for this tenant at ${clockTime(list.exchange.startedMs)} (${plural(list.shown.projects.length, 'project')})${
          isError ? '. Xero has responded with 500 to a wrong ID before' : ''
        }`,
        fix: 'Use a `projectId` from `GET /Projects` for the same tenant.',
        certainty: isError ? 'possible' : 'likely',
        relatedIds: [list.exchange.id],
        citation: isError
          ? recorded('xero-node issue 510', 'https://github.com/XeroAPI/xero-node/issues/510')
          : inference,
      },
    ];
  },
};
