// A notice while requests of a development server can't be fetched.

import type { ServerStats } from '../../core/model/server-stats.ts';
import { quote } from '../../core/text/quote.ts';
import type { PanelHost } from '../host/panel-host.ts';
import type { Notice, Notices } from './notices.ts';

/** Loaded on demand, because usually nothing fails. */
const loadFailures = () => import('../../core/server-requests/failures.ts').then(({ fetchFailures }) => fetchFailures);

type Failure = NonNullable<ServerStats['failure']>;

/** Returns a function that stops it. */
export function addServerNotices(notices: Notices, host: Pick<PanelHost, 'log' | 'serverStats'>): () => void {
  let current: Failure | undefined;
  let shown: Notice | undefined;

  const show = async (failure: Failure) => {
    const { observed, fix } = (await loadFailures())[failure.kind];
    if (current !== failure) return;
    const text = `The requests that ${quote(failure.host, 100)} made to Xero can’t be shown. ${observed}. ${fix}`;
    shown = { topic: TOPIC, text };
    notices.add(shown);
  };

  const update = () => {
    const { failure } = host.serverStats;
    if (isSame(failure, current)) return;
    current = failure;
    if (failure && !harmless.has(failure.kind)) void show(failure);
    else if (shown) notices.close(shown);
  };
  update();
  return host.log.subscribe(update);
}

/** Failures that need no fix: the server was stopped, or the page navigated. */
const harmless: ReadonlySet<Failure['kind']> = new Set(['network', 'page-left']);

const TOPIC = 'server requests';

function isSame(a: Failure | undefined, b: Failure | undefined): boolean {
  return a?.kind === b?.kind && a?.host === b?.host;
}
