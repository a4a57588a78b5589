// Exports exchanges to a file: collects private values from the whole log, then writes each exchange redacted.

import { serializeHar } from '../har/write-har.ts';
import type { Exchange } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import { describeRedaction } from '../redact/placeholders.ts';
import { createRedactorFor, type Redactor } from '../redact/redactor.ts';
import { diagnosisRecord } from '../report/diagnosis-record.ts';
import { affectsLaterChecks } from '../rules/check-support/check-context.ts';
import { attemptsOf } from '../session/attempts.ts';
import { createSession } from '../session/session.ts';

export type ExportFormat = 'har' | 'diagnoses';

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly chosen: readonly Exchange[];
  /** The whole log by time: what a value is may be clear only from another exchange. Neither list may change during the export. */
  readonly log: readonly Exchange[];
  /** What to redact in addition to tokens, cookies and passwords. */
  readonly classes: readonly RedactionClass[];
  /** The version of the inspector. */
  readonly version: string;
  readonly nowMs: number;
}

/** Yields progress from 0 to 1; returns the text in pieces. */
export function* exportFile(options: ExportOptions): Generator<number, string[]> {
  const { log, classes, format } = options;
  const collecting = createRedactorFor(log, classes);
  let step = collecting.next();
  for (; !step.done; step = collecting.next()) yield step.value * COLLECTING_SHARE;
  const pieces: string[] = [];
  const { write, steps } = writers[format];
  let done = 0;
  for (const piece of write(options, step.value)) {
    if (piece !== '') pieces.push(piece);
    yield COLLECTING_SHARE + (1 - COLLECTING_SHARE) * (++done / steps(options));
  }
  return pieces;
}

/** The share of the progress that collecting private values takes, measured on long logs. */
const COLLECTING_SHARE = 0.4;

/** `xero-projects-2026-11-22T14-02-41Z.har`, with no character that a file system rejects. */
export function exportFileName(format: ExportFormat, nowMs: number): string {
  const time = new Date(nowMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return format === 'har' ? `xero-projects-${time}.har` : `xero-projects-diagnoses-${time}.json`;
}

interface Writer {
  /** Yields empty pieces only to report progress. */
  readonly write: (options: ExportOptions, redactor: Redactor) => Iterable<string>;
  /** The number of pieces that `write` yields. */
  readonly steps: (options: ExportOptions) => number;
}

const writers: Readonly<Record<ExportFormat, Writer>> = {
  har: {
    write: ({ chosen, version, classes }, redactor) =>
      serializeHar(redacted(chosen, redactor), { version, redaction: describeRedaction(classes) }),
    steps: ({ chosen }) => chosen.length + 2,
  },
  diagnoses: { write: diagnosesText, steps: ({ chosen, log }) => log.length + chosen.length + 2 },
};

function* redacted(exchanges: readonly Exchange[], redactor: Redactor): Generator<Exchange> {
  for (const each of exchanges) yield redactor.redact(each);
}

function* diagnosesText(options: ExportOptions, redactor: Redactor): Generator<string> {
  const { chosen, log, classes, version, nowMs } = options;
  const earlier: Exchange[] = [];
  const session = createSession();
  for (const each of log) {
    session.put(each);
    if (affectsLaterChecks(each)) earlier.push(redactor.redact(each));
    yield '';
  }
  const head = {
    creator: { name: 'Xero Projects Inspector', version },
    exported: new Date(nowMs).toISOString(),
    redaction: describeRedaction(classes),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"diagnoses":[\n`;
  for (const [i, each] of chosen.entries()) {
    const attempts = attemptsOf(session, each.id);
    const record = diagnosisRecord(redactor.redact(each), { log: earlier, nowMs, attempts });
    yield `${i === 0 ? '' : ',\n'}${JSON.stringify(record)}`;
  }
  yield '\n]}\n';
}
