// Which requests are recorded.

import { apiHost, apiRoot, identityHost } from '../../catalogue/api-address.ts';

/** `host` may have a port; `path` may have a query. `hosts` are those of the options, in lower case. */
export function isXeroAddress(host: string, path: string, hosts: ReadonlySet<string>): boolean {
  const withPort = host.toLowerCase();
  const name = withPort.replace(/:\d{1,5}$/, '');
  if (name === apiHost || name === identityHost || hosts.has(name) || hosts.has(withPort)) return true;
  const end = path.indexOf('?');
  return (end === -1 ? path : path.slice(0, end)).toLowerCase().includes(projects);
}

/** The part of the path that proxies preserve. */
const projects = `/${apiRoot.split('/')[0]}/`;
