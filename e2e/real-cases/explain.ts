// Imports a file and returns what the panel says about its last exchange.

import { composeCard } from '../../src/core/card/card.ts';
import { retryLine } from '../../src/core/card/retry-line.ts';
import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import { getNotes } from '../../src/core/diagnose/notes.ts';
import type { Exchange } from '../../src/core/model/exchange.ts';
import { type Finding, statementOf } from '../../src/core/model/finding.ts';
import { buildContext } from '../../src/core/report/context.ts';
import { retryAdvice } from '../../src/core/retry/retry-advice.ts';
import { analyze } from '../../src/core/rules/analyze.ts';
import { attemptsOf } from '../../src/core/session/attempts.ts';
import { importHar } from '../../src/import/import-har.ts';
import { runImportJob } from '../../src/import/import-job.ts';
import { createLog } from '../../src/log/create-log.ts';
import { importNotice } from '../../src/panel/import/import-notice.ts';
import type { Notice } from '../../src/panel/state/notices.ts';
import type { CaseFile } from './case-file.ts';

export interface Explained {
  readonly exchange: Exchange;
  readonly diagnosis: string;
  readonly title: string;
  readonly retry: string;
  readonly seconds: number | undefined;
  /** The ids of all findings: causes, checks, sequence rules and notes. */
  readonly findings: readonly string[];
  /** Everything that the panel says about the exchange, one text per line, without backticks. */
  readonly text: string;
}

/** `undefined` if the file holds no request for Xero Projects. */
export async function explainLast({ text, mappings }: CaseFile): Promise<Explained | undefined> {
  const { exchanges } = await importHar(text, { mappings });
  const exchange = exchanges.at(-1);
  return exchange && explain(exchange, exchanges);
}

/** What the panel says after the import. */
export async function noticeAfterImport({ text, mappings }: CaseFile): Promise<Notice> {
  const log = createLog();
  const options = { mappings, signal: new AbortController().signal, onProgress() {} };
  const result = await runImportJob(log, new Blob([text]), options);
  return importNotice([{ ...result, name: 'case.har', isFile: true }], undefined, false);
}

function explain(exchange: Exchange, exchanges: readonly Exchange[]): Explained {
  const context = buildContext(exchanges);
  const nowMs = exchange.startedMs + 60_000;
  const analysis = analyze(exchange, context, nowMs);
  const diagnosis = diagnose(exchange);
  const attempts = attemptsOf(context.session, exchange.id);
  const notes = getNotes(exchange, diagnosis);
  const card = composeCard(exchange, diagnosis, analysis, { log: context.log, attempts, notes });
  const retry = retryAdvice(exchange, diagnosis, nowMs, attempts);
  const { verdict, details } = retryLine(retry, exchange.request.method, nowMs);
  const findings: Finding[] = [...analysis.causes, ...analysis.findings, ...analysis.sequence, ...notes];
  const { what, why, fix, otherCauses, checks } = card;
  return {
    exchange,
    diagnosis: diagnosis.id,
    title: card.title,
    retry: retry.kind,
    seconds: retry.seconds,
    findings: findings.map(({ ruleId }) => ruleId),
    text: [
      ...[card.title, what.text, what.quote?.text ?? '', ...[...what.notes, ...card.notes].map(statementOf)],
      ...(why?.statements ?? []).map((each) => each.text),
      ...[...fix.sentences, fix.tenantToSend ?? '', verdict, ...details],
      why?.certainty ?? '',
      ...diagnosis.fieldErrors.map(({ key, messages }) => `${key}: ${messages.join(' ')}`),
      ...[...otherCauses, ...analysis.sequence].map((each) => `${each.title}: ${statementOf(each)} ${each.fix}`),
      ...checks.map((each) => `${each.finding.title}: ${each.text} ${each.fix}`),
    ]
      .join('\n')
      .replaceAll('`', ''),
  };
}
