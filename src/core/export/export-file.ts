// A file to take away: learns what is private from the whole log, then writes exchange after exchange without it.

import { serializeHar } from '../har/write-har.ts';
import type { Exchange } from '../model/exchange.ts';
import type { RedactionClass } from '../redact/classes.ts';
import { createRedactorFor, type Redactor } from '../redact/redactor.ts';
import { diagnosisRecord } from '../report/diagnosis-record.ts';
import { affectsLaterChecks } from '../rules/checks/check-context.ts';

export type ExportFormat = 'har' | 'diagnoses';

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly chosen: readonly Exchange[];
  /** All that was heard, by time: a value may stand in one exchange and be explained by another. Neither list may change meanwhile. */
  readonly log: readonly Exchange[];
  /** What is taken out beside tokens, cookies and passwords. */
  readonly classes: readonly RedactionClass[];
  /** Of the inspector. */
  readonly version: string;
  readonly nowMs: number;
}

/** Yields how much is done, from 0 to 1; returns the text in pieces. */
export function* exportFile(wish: ExportOptions): Generator<number, string[]> {
  const { log, classes, format } = wish;
  const learning = createRedactorFor(log, classes);
  let step = learning.next();
  for (; !step.done; step = learning.next()) yield step.value * COLLECTING_SHARE;
  const pieces: string[] = [];
  const { write, steps } = writers[format];
  let done = 0;
  for (const piece of write(wish, step.value)) {
    if (piece !== '') pieces.push(piece);
    yield COLLECTING_SHARE + (1 - COLLECTING_SHARE) * (++done / steps(wish));
  }
  return pieces;
}

/** Measured on long logs. */
const COLLECTING_SHARE = 0.4;

/** `xero-projects-2026-11-22T14-02-41Z.har`, with no character that a file system refuses. */
export function exportFileName(format: ExportFormat, nowMs: number): string {
  const time = new Date(nowMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return format === 'har' ? `xero-projects-${time}.har` : `xero-projects-diagnoses-${time}.json`;
}

interface Writer {
  /** Empty pieces only tell that something was done. */
  readonly write: (wish: ExportOptions, redactor: Redactor) => Iterable<string>;
  /** How many pieces there are. */
  readonly steps: (wish: ExportOptions) => number;
}

/** One more format is one more row. */
const writers: Readonly<Record<ExportFormat, Writer>> = {
  har: {
    write: ({ chosen, version }, redactor) => serializeHar(redacted(chosen, redactor), { version }),
    steps: ({ chosen }) => chosen.length + 2,
  },
  diagnoses: { write: diagnosesText, steps: ({ chosen, log }) => log.length + chosen.length + 2 },
};

function* redacted(exchanges: readonly Exchange[], redactor: Redactor): Generator<Exchange> {
  for (const each of exchanges) yield redactor.redact(each);
}

function* diagnosesText({ chosen, log, version, nowMs }: ExportOptions, redactor: Redactor): Generator<string> {
  const lookedBackAt: Exchange[] = [];
  for (const each of log) {
    if (affectsLaterChecks(each)) lookedBackAt.push(redactor.redact(each));
    yield '';
  }
  const head = { creator: { name: 'Xero Projects Inspector', version }, exported: new Date(nowMs).toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"diagnoses":[\n`;
  for (const [i, each] of chosen.entries()) {
    const record = diagnosisRecord(redactor.redact(each), { log: lookedBackAt, nowMs });
    yield `${i === 0 ? '' : ',\n'}${JSON.stringify(record)}`;
  }
  yield '\n]}\n';
}
