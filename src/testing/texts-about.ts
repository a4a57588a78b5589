// Every text that the panel composes about an exchange.

import { composeCard } from '../core/card/card.ts';
import { retryLine } from '../core/card/retry-line.ts';
import { describeNested } from '../core/diagnose/describe-nested.ts';
import { getNotes } from '../core/diagnose/notes.ts';
import type { Exchange } from '../core/model/exchange.ts';
import type { Finding } from '../core/model/finding.ts';
import type { buildContext } from '../core/report/context.ts';
import { retryAdvice } from '../core/retry/retry-advice.ts';
import { analyze } from '../core/rules/analyze.ts';
import { statusLine } from '../core/search/lines.ts';
import { attemptsOf } from '../core/session/attempts.ts';
import { formatTime } from '../panel/lib/format.ts';
import { formatRetryAdvice } from '../panel/lib/format-retry.ts';
import { createRowNotes } from '../panel/state/row-notes.ts';
import { columns, type RowData } from '../panel/state/sort/columns.ts';

export const NOW_MS = Date.UTC(2026, 10, 22, 14);

/** Each with its place. */
export function textsAbout(
  exchange: Exchange,
  context: ReturnType<typeof buildContext>,
): [place: string, text: string][] {
  const diagnosis = context.diagnosisOf(exchange);
  const attempts = attemptsOf(context.session, exchange.id);
  const notes = createRowNotes(context).notesOf(exchange, false);
  const advice = retryAdvice(exchange, diagnosis, NOW_MS, attempts);
  const analysis = analyze(exchange, context, NOW_MS);
  const { evidence, fieldErrors, row } = diagnosis;
  return [
    ...(['none', 'day', 'year'] as const).flatMap((dates) => columnTexts({ exchange, diagnosis, dates, ...notes })),
    ['status line', statusLine(exchange.response)],
    ['diagnosis', `${row.title} ${row.meaning} ${row.fix}`],
    ['nested', describeNested(exchange, evidence) ?? ''],
    ['message', evidence.message ?? ''],
    ['retry', [formatRetryAdvice(advice), advice.text, ...advice.notes].join(' ')],
    ['time left', advice.untilMs === undefined ? '' : formatTime(advice.untilMs, NOW_MS)],
    ...cardTexts(exchange, context),
    ...fieldErrors.map(
      ({ pointer, messages }) => ['field error', [pointer, ...messages].join(' ')] as [string, string],
    ),
    ...[getNotes(exchange, diagnosis), analysis.findings, analysis.causes, analysis.sequence].flatMap(findingTexts),
  ];
}

function cardTexts(exchange: Exchange, context: ReturnType<typeof buildContext>): [string, string][] {
  const diagnosis = context.diagnosisOf(exchange);
  const attempts = attemptsOf(context.session, exchange.id);
  const notes = getNotes(exchange, diagnosis);
  const analysis = analyze(exchange, context, NOW_MS);
  const { what, why, fix, checks } = composeCard(exchange, diagnosis, analysis, { log: context.log, attempts, notes });
  const retry = retryLine(retryAdvice(exchange, diagnosis, NOW_MS, attempts), exchange.request.method, NOW_MS);
  return [
    ['what', what.text],
    ['why', (why?.statements ?? []).map(({ text }) => text).join(' ')],
    ['fix', fix.sentences.join(' ')],
    ['retry line', [retry.verdict, ...retry.details].join(' ')],
    ...checks.map(
      ({ text, places }) => ['checks', [text, ...places.map(({ name }) => name)].join(' ')] as [string, string],
    ),
  ];
}

function columnTexts(row: RowData): [string, string][] {
  return columns.flatMap(({ id, text, pieces }): [string, string][] => [
    [`column ${id}`, text(row)],
    ...(pieces?.(row) ?? []).map(([name, piece]): [string, string] => [name, piece]),
  ]);
}

function findingTexts(findings: readonly Finding[]): [string, string][] {
  return findings.map(({ ruleId, title, observed, expected = '', fix }) => [
    ruleId,
    [title, observed, expected, fix].join(' '),
  ]);
}

/** What no text may show: a value that JavaScript failed to format. */
export const BROKEN = /NaN|Infinity|undefined|\[object/;

/** Texts from outside may contain the words themselves. */
export function withoutBrokenWords<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/1e400/g, '1e40').replace(new RegExp(BROKEN, 'g'), 'x') as T;
  if (Array.isArray(value)) return value.map(withoutBrokenWords) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutBrokenWords(each)])) as T;
}
