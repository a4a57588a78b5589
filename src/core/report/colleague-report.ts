// A report of one exchange for a colleague: the diagnosis, the findings, the request and the response.

import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { FieldError } from '../diagnose/field-errors.ts';
import { fullMeaning } from '../diagnose/full-meaning.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Location } from '../model/finding.ts';
import type { Placeholder } from '../redact/placeholders.ts';
import type { Analysis } from '../rules/analyze.ts';
import { withCause } from '../rules/causes/with-cause.ts';
import type { CheckFinding } from '../rules/run-checks/run-checks.ts';
import { inline, redactionNote, sentence } from './markdown.ts';
import { requestSection, responseSection, summaryList } from './sections.ts';

interface ColleagueReportOptions {
  readonly analysis: Analysis;
  readonly placeholders: readonly Placeholder[];
}

/** Markdown. Pass a redacted exchange, and the diagnosis and the analysis of that. */
export function reportForColleague(
  exchange: Exchange,
  diagnosis: Diagnosis,
  { analysis, placeholders }: ColleagueReportOptions,
): string {
  const { row } = withCause(diagnosis, analysis.causes);
  const parts = [
    `## ${sentence(row.title)}`,
    redactionNote(placeholders),
    sentence(fullMeaning(row)),
    summaryList(exchange, diagnosis),
    list('What to do', [
      ...(row.fix === '' ? [] : [sentence(row.fix)]),
      `Retry: ${sentence(row.retry.advice)}`,
      `Read more: <${row.docsUrl}>`,
    ]),
    list('Field errors', diagnosis.fieldErrors.map(fieldOf)),
    list(
      'Likely causes',
      analysis.causes.map(({ certainty, observed, fix }) => `${certainty}: ${sentence(observed)}. ${sentence(fix)}`),
    ),
    list('Check results', analysis.findings.map(findingOf)),
    list(
      'Related requests',
      analysis.sequence.map((each) => `${each.title}: ${sentence(each.observed)}. ${sentence(each.fix)}`),
    ),
    `### Request\n\n${requestSection(exchange)}`,
    `### Response\n\n${responseSection(exchange)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function fieldOf({ key, messages, pointer, field }: FieldError): string {
  const text = messages.slice(0, 5).map(inline).join(', ');
  const location = pointer === '' ? '' : ` at ${inline(pointer)}`;
  const rule = field === undefined ? '' : `. Rule: ${sentence(field.rule)}`;
  return `${inline(key)}${location}: ${text}${rule}`;
}

function findingOf({ ruleId, title, severity, location, observed, expected, fix }: CheckFinding): string {
  const advice = fix === '' ? '' : ` ${sentence(fix)}`;
  return `**${sentence(title)}** (${severity}, \`${ruleId}\`${formatLocation(location)}): saw ${sentence(observed)}, expected ${sentence(expected)}.${advice}`;
}

function formatLocation(where: Location | undefined): string {
  if (where === undefined) return '';
  const name = 'pointer' in where ? where.pointer : where.name;
  return name === '' ? `, ${where.in}` : `, ${where.in} ${inline(name)}`;
}
