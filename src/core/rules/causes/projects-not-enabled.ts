// No Projects request works for the organisation: its plan may not include Projects.

import { secondary } from '../../../catalogue/citation.ts';
import { isLessSpecific } from '../../diagnose/diagnosis-rows.ts';
import { effectiveStatus, isAccepted } from '../../diagnose/outcome.ts';
import { type Exchange, tenantId } from '../../model/exchange.ts';
import type { CauseRule } from './cause.ts';

export const rule: CauseRule = {
  id: 'projects-not-enabled',
  statuses: [403, 404],
  run({ context: { exchange }, diagnosis, findings, tenant, ids, history }) {
    if (tenant === undefined || findings.some(({ severity }) => severity === 'error')) return [];
    // The response may not be from Xero.
    if (isLessSpecific(diagnosis.row)) return [];
    const { status } = diagnosis.evidence;
    const isOfTenant = (each: Exchange) => tenantId(each) === tenant;
    const isProjects = ({ match }: Exchange) => match.path !== undefined;
    if (history.last((each) => isOfTenant(each) && isProjects(each) && isAccepted(each))) return [];
    const refused = history.last(
      (each) =>
        effectiveStatus(each) === status &&
        isOfTenant(each) &&
        isProjects(each) &&
        each.match.path !== exchange.match.path,
    );
    const other = history.last((each) => isOfTenant(each) && !isProjects(each) && isAccepted(each));
    // A single request proves little, because its id or tenant may be wrong. A 404 for a request without an id proves more.
    const isTelling = status === 404 && Object.keys(ids).length === 0;
    if (!isTelling && refused === undefined && other === undefined) return [];
    const reset = status === 404 ? '. Resetting the demo company turns Projects off' : '';
    return [
      {
        observed: `No Projects request has worked for this tenant in this log${other ? ', but another Xero API has' : ''}. Its plan may not include Projects, or Projects may be turned off${reset}`,
        fix: 'Open Projects in Xero for this organisation, and check its plan.',
        certainty: other ? 'likely' : 'possible',
        relatedIds: [refused, other].flatMap((each) => (each ? [each.id] : [])),
        citation: secondary(
          status === 404
            ? 'Notes from a server that uses Projects (Invio MCP), and vendors’ help pages'
            : 'Notes from a server that uses Projects (Invio MCP)',
        ),
      },
    ];
  },
};
