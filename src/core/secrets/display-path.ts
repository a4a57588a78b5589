// The path of a URL for display, with nothing in it that is private or long.

import { MAX_UNRELATED_URL_CHARS } from '../text/url.ts';
import { isHyphenatedUuid } from '../text/uuid.ts';
import { redactSecrets } from './redact-secrets.ts';

const MAX_PATH_CHARS = 160;

/** Without the query. An ellipsis replaces each id, so that requests for different records have the same path. */
export function displayPath({ pathname }: URL): string {
  const parts = redactSecrets(pathname.slice(0, MAX_UNRELATED_URL_CHARS)).split('/');
  const path = parts.map((part) => (isHyphenatedUuid(part) ? '…' : part)).join('/');
  return path.length > MAX_PATH_CHARS ? `${path.slice(0, MAX_PATH_CHARS - 1)}…` : path;
}
