// Which failed requests went to the page's own servers, one of which may have made a request to Xero.

import type { RequestCount } from '../model/request-count.ts';
import type { Page } from '../model/traffic-stats.ts';

/** Latest first. All of them if the page is unknown or has no host. */
export function ownFailures(failed: readonly RequestCount[], page: Page | undefined): RequestCount[] {
  const own = page && URL.canParse(page.url) ? siteOf(new URL(page.url).hostname) : '';
  return failed.filter(({ hostname }) => own === '' || siteOf(hostname) === own).reverse();
}

/** Roughly what belongs to one owner: `app.example.com` and `api.example.com`, and all ports of this computer. */
function siteOf(hostname: string): string {
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/.test(hostname)) return 'localhost';
  return /^[\d.]{1,15}$|^\[/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}
