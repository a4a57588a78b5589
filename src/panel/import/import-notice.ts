// Describes the outcome of an import of one or more files, including everything that was skipped.

import type { Exchange } from '../../core/model/exchange.ts';
import type { ImportOutcome, SkippedEntries } from '../../core/model/importer.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { plural, pluralWord } from '../../core/text/plural.ts';
import { quote } from '../../core/text/quote.ts';
import type { Notice } from '../state/notices.ts';

type HarOutcome = Extract<ImportOutcome, { kind: 'har' }>;

/** One notice for all `outcomes`. `shown` is the exchange that was selected or revealed; `isFiltered`: the filter may hide exchanges. */
export function importNotice(
  outcomes: readonly ImportOutcome[],
  shown: Exchange | undefined,
  isFiltered: boolean,
): Notice {
  const [first, ...others] = outcomes;
  if (first === undefined) return { text: 'Nothing was imported.' };
  if (others.length > 0) {
    const mayHide = isFiltered && sum(outcomes, addedBy) > 0 ? ['The filter may hide some.'] : [];
    return { text: [...describeAll(outcomes), ...mayHide].join(' '), details: limitLines(detailsByFile(outcomes)) };
  }
  const mayHide = isFiltered && shown !== undefined && addedBy(first) > 0;
  const hidden = first.kind === 'response' ? 'The filter may hide it.' : 'The filter may hide some.';
  return {
    text: [...describe(first, shown), ...(mayHide ? [hidden] : [])].join(' '),
    details: limitLines(detailsOf(first)),
  };
}

/** The exchange to select or reveal, if any. */
export function exchangeToReveal(outcome: ImportOutcome): number | undefined {
  if (outcome.kind === 'response') return outcome.id;
  if (outcome.kind !== 'har') return undefined;
  return outcome.wasEmpty ? outcome.revealId : outcome.first;
}

const MAX_NAME_CHARS = 60;
const MAX_DETAIL_LINES = 500;

function describeAll(outcomes: readonly ImportOutcome[]): string[] {
  const cancelled = outcomes.filter(({ kind }) => kind === 'cancelled').length;
  const unread = outcomes.filter(isUnread).length;
  const hars = outcomes.filter((each) => each.kind === 'har');
  const truncated = hars.filter((each) => each.truncated !== undefined).length;
  const totals = [
    ...(truncated > 0 ? [`${plural(truncated, 'file')} cut off`] : []),
    `${plural(sum(outcomes, addedBy), 'request')} imported`,
    ...(unread > 0 ? [`${plural(unread, 'file')} couldn’t be read`] : []),
    ...(cancelled > 0 ? [`${plural(cancelled, 'file')} cancelled`] : []),
  ];
  return [
    `${plural(outcomes.length, 'file')}: ${totals.join(', ')}.`,
    ...describeOmitted({
      evicted: sum(hars, ({ evicted }) => evicted),
      duplicates: sum(hars, ({ duplicates }) => duplicates),
      skipped: {
        tokenRequests: sum(hars, ({ skipped }) => skipped.tokenRequests),
        ofXero: sum(hars, ({ skipped }) => skipped.ofXero),
        sameHosts: sum(hars, ({ skipped }) => skipped.sameHosts),
        otherHosts: sum(hars, ({ skipped }) => skipped.otherHosts),
      },
      webSockets: sum(hars, ({ webSockets }) => webSockets),
      unreadEntries: sum(hars, countUnreadEntries),
    }),
  ];
}

/** The files with problems come first. */
function detailsByFile(outcomes: readonly ImportOutcome[]): string[] {
  const linesOf = (outcome: ImportOutcome) => [describe(outcome, undefined).join(' '), ...detailsOf(outcome)];
  const isClean = (outcome: ImportOutcome) =>
    outcome.kind === 'response' || (outcome.kind === 'har' && outcome.problems.length === 0);
  return [...outcomes.filter((each) => !isClean(each)).flatMap(linesOf), ...outcomes.filter(isClean).flatMap(linesOf)];
}

/** One outcome in sentences. */
function describe(outcome: ImportOutcome, shown: Exchange | undefined): string[] {
  if (outcome.kind === 'cancelled') return [`${nameOf(outcome)}: cancelled. Nothing was imported.`];
  if (outcome.kind === 'failed') return [couldNotImport(outcome), outcome.reason];
  return outcome.kind === 'response' ? describeResponse(outcome, shown) : describeHar(outcome);
}

function describeResponse(
  { hasRequest, hasStatus }: { hasRequest: boolean; hasStatus: boolean },
  exchange: Exchange | undefined,
): string[] {
  const status = exchange?.response.status;
  return [
    'Pasted response added.',
    ...(hasRequest ? [] : ['Its request is unknown, so it wasn’t checked.']),
    ...(hasStatus ? [] : [status ? `The text has no status. The body says ${status}.` : 'Its status is unknown.']),
  ];
}

function describeHar(outcome: HarOutcome): string[] {
  const { added, duplicates, unrelated, truncated, possibleMatches } = outcome;
  const ofFile = problemsOf(outcome).flatMap(({ index, reason }) => (index === undefined ? [reason] : []));
  const name = nameOf(outcome);
  if (isUnread(outcome)) return [couldNotImport(outcome), ...ofFile];
  if (outcome.empty) return [`${name}: nothing to import.`, ...describeEmpty(outcome.empty)];
  const omitted = describeOmitted({ ...outcome, unreadEntries: countUnreadEntries(outcome) });
  const [firstUnread] = problemsOf(outcome).filter(({ index }) => index !== undefined);
  if (firstUnread && !truncated && added + duplicates + unrelated + ofFile.length === 0) {
    return [couldNotImport(outcome), ...omitted, describeEntry(firstUnread)];
  }
  const result =
    added > 0
      ? `${plural(added, 'request')} imported.`
      : duplicates > 0
        ? 'nothing new.'
        : 'no Xero Projects requests found.';
  return [
    ...(truncated ? [describeTruncation(name, truncated), capitalize(result)] : [`${name}: ${result}`]),
    ...omitted,
    ...ofFile,
    ...(truncated ? ['Export the file again to get the rest.'] : []),
    ...(possibleMatches.length > 0
      ? ['Some look like Xero requests behind a proxy. Map its URL in the settings, then import again.']
      : []),
  ];
}

/** The rest of the file is missing, so this comes first. */
function describeTruncation(name: string, { index }: NonNullable<HarOutcome['truncated']>): string {
  return index === undefined
    ? `${name} is cut off after its last complete entry.`
    : `${name} is cut off in the middle of entry ${formatInteger(index + 1)}.`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeEmpty({ creator }: NonNullable<HarOutcome['empty']>): string[] {
  const writtenBy = creator === undefined ? '' : ` (${creator})`;
  return [`The file${writtenBy} is complete, but has no entries.`, 'Record the requests and export them again.'];
}

interface Omitted {
  readonly evicted: number;
  readonly duplicates: number;
  readonly skipped: SkippedEntries;
  readonly webSockets: number;
  readonly unreadEntries: number;
}

function describeOmitted({ evicted, duplicates, skipped, webSockets, unreadEntries }: Omitted): string[] {
  const were = (count: number) => pluralWord(count, 'was', 'were');
  const kinds = describeSkipped(skipped);
  return [
    ...(evicted > 0 ? [`${formatInteger(evicted)} of them ${were(evicted)} too old to fit in the full list.`] : []),
    ...(duplicates > 0 ? [`${plural(duplicates, 'request')} ${were(duplicates)} already in the list.`] : []),
    ...(kinds.length > 0 ? [`Skipped ${joinWithAnd(kinds)}.`] : []),
    ...(webSockets > 0
      ? [
          `${formatInteger(webSockets)} of them ${pluralWord(webSockets, 'is a WebSocket', 'are WebSockets')} on an API path. Only HTTP requests are listed.`,
        ]
      : []),
    ...(unreadEntries > 0 ? [`${plural(unreadEntries, 'entry', 'entries')} couldn’t be read.`] : []),
  ];
}

function describeSkipped({ tokenRequests, ofXero, sameHosts, otherHosts }: SkippedEntries): string[] {
  return [
    ...(tokenRequests > 0 ? [plural(tokenRequests, 'token request')] : []),
    ...(ofXero > 0 ? [`${plural(ofXero, 'other request')} to Xero`] : []),
    ...(sameHosts > 0 ? [`${plural(sameHosts, 'other request')} to the same host`] : []),
    ...(otherHosts > 0
      ? [`${plural(otherHosts, 'request')} to ${pluralWord(otherHosts, 'another host', 'other hosts')}`]
      : []),
  ];
}

/** `a`, `a and b`, `a, b and c`. */
function joinWithAnd(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** Without the truncation, which is described by itself. */
function problemsOf({ problems, truncated }: HarOutcome): HarOutcome['problems'] {
  return truncated === undefined ? problems : problems.filter(({ index }) => index !== truncated.index);
}

function detailsOf(outcome: ImportOutcome): string[] {
  if (outcome.kind !== 'har') return [];
  const { possibleMatches, moreProblems } = outcome;
  return [
    ...possibleMatches.map((url) => quote(url, MAX_NAME_CHARS * 2)),
    ...problemsOf(outcome).flatMap(({ index, reason }) =>
      index === undefined ? [] : [describeEntry({ index, reason })],
    ),
    ...(moreProblems > 0 ? [`And ${plural(moreProblems, 'more entry', 'more entries')}.`] : []),
  ];
}

function describeEntry({ index = 0, reason }: { readonly index: number | undefined; readonly reason: string }): string {
  return `Entry ${formatInteger(index + 1)}: ${reason}`;
}

function limitLines(lines: readonly string[]): readonly string[] {
  const more = lines.length - MAX_DETAIL_LINES;
  return more > 0 ? [...lines.slice(0, MAX_DETAIL_LINES), `And ${plural(more, 'more line')}.`] : lines;
}

function countUnreadEntries(outcome: HarOutcome): number {
  return problemsOf(outcome).filter(({ index }) => index !== undefined).length + outcome.moreProblems;
}

/** Whether nothing in the file could be used. */
function isUnread(outcome: ImportOutcome): boolean {
  if (outcome.kind !== 'har') return outcome.kind === 'failed';
  if (outcome.truncated) return false;
  const { added, duplicates, unrelated, problems } = outcome;
  return added + duplicates + unrelated + countUnreadEntries(outcome) === 0 && problems.length > 0;
}

function addedBy(outcome: ImportOutcome): number {
  if (outcome.kind === 'har') return outcome.added;
  return outcome.kind === 'response' ? 1 : 0;
}

function nameOf({ name, isFile }: ImportOutcome): string {
  return isFile ? quote(name, MAX_NAME_CHARS) : 'Pasted text';
}

function couldNotImport({ name, isFile }: ImportOutcome): string {
  return `Couldn’t import ${isFile ? quote(name, MAX_NAME_CHARS) : 'the pasted text'}.`;
}

function sum<T>(all: readonly T[], count: (each: T) => number): number {
  return all.reduce((total, each) => total + count(each), 0);
}
