// Reference entries for diagnoses: what a response means, how it is identified, and what to do.

import type { AddressFaultId } from '../../catalogue/address-faults.ts';
import type { BodyShape } from '../../catalogue/body-shape.ts';
import { diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow, DiagnosisVariant, Example, Selector } from '../../catalogue/diagnoses/row.ts';
import { headerRows } from '../../catalogue/headers.ts';
import { selectorsOf, withVariant } from '../diagnose/diagnosis-rows.ts';
import { fullMeaning } from '../diagnose/full-meaning.ts';
import { allChecks } from '../rules/run-checks/all-checks.ts';
import { formatInteger } from '../text/format-number.ts';
import { tryParseJson } from '../text/try-parse-json.ts';
import { type EntrySection, entryId, type Fact, type ReferenceEntry } from './entry.ts';

export function diagnosisEntries(): ReferenceEntry[] {
  return rows.map(diagnosisEntry);
}

const rows: readonly DiagnosisRow[] = diagnoses;

function diagnosisEntry(row: DiagnosisRow, index: number): ReferenceEntry {
  const { id, title, meaning, fix, docsUrl, retry, example, variants = [] } = row;
  const statuses = statusesOf(row);
  const parts: EntrySection[] = [
    { kind: 'words', text: `${fullMeaning(row)} ${fix}`.trim(), learnMore: docsUrl },
    { kind: 'facts', facts: facts(row, index) },
    { kind: 'retry', rule: retry },
    exampleOf(example),
    ...variants.flatMap((variant) => variantParts(row, variant)),
  ];
  const selectors = selectorsOf(row);
  return {
    id: entryId('diagnosis', id),
    kind: 'diagnosis',
    title,
    tag: statuses[0] ?? 'any',
    tone: row.severity,
    summary: meaning,
    aliases: [id, title, ...variants.map((variant) => variant.title), ...statuses],
    keywords: selectors.flatMap(({ header }) => header?.name ?? []),
    extraKeywords: selectors.flatMap(({ bodyIncludes = [] }) => bodyIncludes),
    parts,
    citations: allCitations(row),
  };
}

/** Sections for a variant, which overrides parts of the row. */
function variantParts(row: DiagnosisRow, variant: DiagnosisVariant): EntrySection[] {
  const inWords = withVariant(row, variant);
  const { title, when, fix, retry, example } = inWords;
  const facts: Fact[] = [
    { term: 'Identified by', text: when.map(selectorWords) },
    { term: 'Meaning', text: [fullMeaning(inWords)] },
    { term: 'Fix', text: [fix] },
    { term: 'Retry', text: [retry.advice], citation: retry.citation },
    { term: 'Executed', text: [executionLabels[retry.executed]] },
  ];
  return [{ kind: 'facts', title, facts }, exampleOf(example)];
}

/** Without duplicates. */
function allCitations({ citations, variants = [] }: DiagnosisRow): ReferenceEntry['citations'] {
  const [first, ...others] = citations;
  const all = [first, ...others, ...variants.flatMap((variant) => variant.citations ?? [])];
  return [first, ...all.filter(({ title }, i) => i > 0 && all.findIndex((each) => each.title === title) === i)];
}

function facts(row: DiagnosisRow, index: number): Fact[] {
  const earlier = rows.slice(0, index).filter((other) => shareStatus(row, other));
  const read = headerRows.filter(({ name }) => row.when.some(({ header }) => header?.name === name.toLowerCase()));
  return [
    { term: 'Id', text: [`\`${row.id}\``] },
    { term: 'Identified by', text: row.when.map(selectorWords) },
    ...(read.length > 0 ? [{ term: 'Header', links: read.map(({ name }) => entryId('header', name)) }] : []),
    ...(earlier.length > 0
      ? [{ term: 'Unless it’s', links: earlier.map((other) => entryId('diagnosis', other.id)) }]
      : []),
    ...checksFor(row),
    { term: 'Executed', text: [executionLabels[row.retry.executed]] },
  ];
}

/** Checks that may explain the diagnosis. */
function checksFor(row: DiagnosisRow): Fact[] {
  const statuses = statusesOf(row);
  const checks = allChecks.filter(
    ({ canCause = [], confirmedBy }) =>
      confirmedBy === row.id || canCause.some((status) => statuses.includes(`${status}`)),
  );
  return checks.length === 0 ? [] : [{ term: 'Checks', links: checks.map(({ id }) => entryId('check', id)) }];
}

const executionLabels: Readonly<Record<DiagnosisRow['retry']['executed'], string>> = {
  yes: 'Yes',
  no: 'No, the request was rejected first',
  unknown: 'Possibly. Xero may have processed the request',
};

/** Describes the conditions of a selector. */
function selectorWords(selector: Selector): string {
  const sentence = selectorPhrase(selector) || 'any response that nothing else explains';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function selectorPhrase({
  status,
  failure,
  via,
  address,
  origin,
  shape,
  bodyIncludes,
  header,
  not = [],
}: Selector): string {
  const words = [
    status && `status ${either(status.map((each) => `\`${each}\``))}`,
    failure && failures[failure],
    via && viaLabels[via],
    address && `the address has ${either(address.map((each) => addressFaults[each]))}`,
    origin && 'a proxy is in between, and no Xero header or error format shows that Xero responded',
    shape && `the body is ${either(shape.map((each) => shapes[each]))}`,
    bodyIncludes && `it contains ${either(bodyIncludes.map((each) => `“${each}”`))}`,
    header && headerWords(header),
  ].filter((each) => each !== undefined);
  const exceptions = not.length === 0 ? '' : `, unless ${either(not.map(selectorPhrase))}`;
  return `${words.join(', and ')}${exceptions}`;
}

function headerWords({ name, includes }: NonNullable<Selector['header']>): string {
  if (includes.length === 0) return `\`${name}\` is present`;
  return `\`${name}\` contains ${either(includes.map((each) => `“${each}”`))}`;
}

const viaLabels: Readonly<Record<NonNullable<Selector['via']>, string>> = {
  connection: 'the request was for one connection',
  identity: 'the request was for tokens',
  proxy: 'the URL isn’t Xero’s own',
  connections: 'the request is for `/connections`',
  server: 'a server made the request',
  connector: 'the host or the message is from a connector, such as Zapier',
};

const addressFaults: Readonly<Record<AddressFaultId, string>> = {
  'api-version': 'another version of the API',
  'version-missing': 'no version',
  'other-api': 'the root of another API',
  'root-missing': 'no `projects.xro/2.0`',
  'wrong-host': 'another Xero host',
  'web-app': 'the root of the web app’s private service',
  'id-missing': 'no ID where one belongs',
  'id-not-filled-in': 'a placeholder or an empty variable instead of an ID',
  'id-repeated': 'the project ID in place of another ID',
  unsupported: 'no matching API operation',
};

const failures: Readonly<Record<NonNullable<Selector['failure']>, string>> = {
  cors: 'CORS blocked it',
  aborted: 'the page cancelled it',
  network: 'no complete response arrived',
};

const shapes: Readonly<Record<BodyShape, string>> = {
  empty: 'empty',
  unavailable: 'unavailable',
  'model-state': 'JSON with a non-empty `modelState`',
  problem: 'Xero’s error format with `Title`, `Status` and `Detail`',
  'accounting-error': 'an Accounting API error',
  'api-exception-xml': 'an XML `ApiException`',
  'error-in-success': 'an error from whoever wrote the response, with a success status',
  'identity-error': 'an identity.xero.com error',
  'legacy-oauth': 'a form with `oauth_problem`',
  html: 'HTML',
  json: 'JSON',
  'broken-json': 'truncated or malformed JSON',
  'partly-read': 'JSON that was read only in part',
  text: 'text',
};

function either(list: readonly string[]): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
}

/** Search terms: `403`, `4xx`, and the names of browser failures. */
function statusesOf({ when }: DiagnosisRow): string[] {
  const all = when.flatMap(({ status = [], failure }) => [...status.map(String), ...(failure ? [tags[failure]] : [])]);
  return [...new Set(all)];
}

const tags: Readonly<Record<NonNullable<Selector['failure']>, string>> = {
  cors: 'CORS',
  aborted: 'aborted',
  network: 'network',
};

/** Whether both may match: then the earlier row takes precedence. */
function shareStatus(row: DiagnosisRow, other: DiagnosisRow): boolean {
  const statuses = statusesOf(row);
  return statusesOf(other).some((status) =>
    statuses.some((each) => each === status || `${each.charAt(0)}xx` === status),
  );
}

function exampleOf({ url, status, headers: sent = {}, body = '', unreadChars, failure }: Example): EntrySection {
  const lines = [
    ...(url === undefined ? [] : [`at ${url}`]),
    failure === undefined ? `HTTP ${status}` : 'No response visible to the page',
    ...Object.entries(sent).map(([name, value]) => `${name}: ${value}`),
  ];
  const rest = unreadChars === undefined ? '' : `… (${formatInteger(unreadChars)} more characters not read)`;
  return { kind: 'example', title: 'Example', lines, body: indentJson(body) + rest };
}

/** Indents JSON, and leaves other text unchanged. */
function indentJson(body: string): string {
  const value = tryParseJson(body);
  return typeof value === 'object' ? JSON.stringify(value, undefined, 2) : body;
}
