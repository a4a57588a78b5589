// Everything that leaves the panel.

import { copyFormats, renderCopy } from '../core/copy/copy-formats.ts';
import { exportFile } from '../core/export/export-file.ts';
import { type Exchange, tenantId } from '../core/model/exchange.ts';
import type { RedactionClass } from '../core/redact/classes.ts';
import { runToEnd } from './run-to-end.ts';

/** Every output format of an exchange, in lower case. Without the tenant ID of the request where Xero's support needs it. */
export function outputsOf(exchange: Exchange, classes: readonly RedactionClass[], isRedacted = true): string {
  const log = [exchange];
  const files = (['har', 'diagnoses'] as const).flatMap((format) =>
    runToEnd(exportFile({ format, chosen: log, log, classes, version: '1', nowMs: 0 })),
  );
  const texts = copyFormats.flat().map((copy) => {
    const { text } = runToEnd(renderCopy(copy, { exchange, log, classes, isRedacted, nowMs: 0, knownHosts: [] }));
    const tenant = tenantId(exchange);
    return copy.redacts === 'all-but-tenant' && tenant ? text.toLowerCase().replaceAll(tenant, 'tenant') : text;
  });
  return [...files, ...texts].join('\n').toLowerCase();
}
