// Describes the outcome of an import, including everything that was skipped.

import type { Exchange } from '../../core/model/exchange.ts';
import type { ImportOutcome } from '../../core/model/importer.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { plural, pluralWord } from '../../core/text/plural.ts';
import type { Notice } from '../state/notices.ts';

type OfHar = Extract<ImportOutcome, { kind: 'har' }>;

/** `shown` is the exchange that was selected or revealed; `isFiltered`: the filter may hide imported exchanges. */
export function importNotice(outcome: ImportOutcome, shown: Exchange | undefined, isFiltered: boolean): Notice {
  if (outcome.kind === 'cancelled') return { text: `Cancelled: nothing was brought in from ${outcome.name}.` };
  if (outcome.kind === 'failed') return { text: `${upper(outcome.name)} was not brought in. ${outcome.reason}` };
  const hidden = isFiltered && shown !== undefined ? ['The filter may hide it.'] : [];
  if (outcome.kind === 'response') return { text: [...ofResponse(outcome, shown), ...hidden].join(' ') };
  const mayHide = isFiltered && outcome.added > 0 ? ['The filter may hide some.'] : [];
  return { text: [...ofHar(outcome), ...mayHide].join(' '), details: detailsOf(outcome) };
}

/** The exchange to select or reveal, if any. */
export function exchangeToReveal(outcome: ImportOutcome): number | undefined {
  if (outcome.kind === 'response') return outcome.id;
  if (outcome.kind !== 'har') return undefined;
  return outcome.wasEmpty ? outcome.revealId : outcome.first;
}

function ofResponse(
  { hasRequest, hasStatus }: { hasRequest: boolean; hasStatus: boolean },
  exchange: Exchange | undefined,
): string[] {
  const status = exchange?.response.status;
  return [
    'The pasted response is in the list.',
    ...(hasRequest ? [] : ['Its request is not known, and was not checked.']),
    ...(hasStatus ? [] : [status ? `The text has no status; its body says ${status}.` : 'Its status is not known.']),
  ];
}

function ofHar(outcome: OfHar): string[] {
  const { name, added, duplicates, evicted, unrelated, possibleMatches, moreProblems } = outcome;
  const [broken, ofFile] = problemsOf(outcome);
  const unread = broken.length + moreProblems;
  if (added + duplicates + unrelated + unread === 0 && ofFile.length > 0) {
    return [`${upper(name)} was not brought in.`, ...ofFile];
  }
  return [
    found(name, added, duplicates),
    ...(evicted > 0
      ? [`${formatInteger(evicted)} of them ${pluralWord(evicted, 'was', 'were')} too old for the full list.`]
      : []),
    ...(unrelated > 0 ? [`${plural(unrelated, 'other call')} left out.`] : []),
    ...(unread > 0 ? [`${plural(unread, 'entry', 'entries')} cannot be read.`] : []),
    ...ofFile,
    ...(possibleMatches.length > 0
      ? ['Some look like Xero’s behind a proxy: map its address in the settings and import again.']
      : []),
  ];
}

/** Problems with single entries, one per line, and with the whole file. */
function problemsOf({ problems }: OfHar): readonly [broken: readonly string[], ofFile: readonly string[]] {
  return [
    problems.flatMap(({ index, reason }) =>
      index === undefined ? [] : [`Entry ${formatInteger(index + 1)}: ${reason}`],
    ),
    problems.flatMap(({ index, reason }) => (index === undefined ? [reason] : [])),
  ];
}

function found(name: string, added: number, held: number): string {
  if (added > 0) {
    return `${plural(added, 'exchange')} from ${name}${held > 0 ? `; ${formatInteger(held)} more ${pluralWord(held, 'was', 'were')} in the list already` : ''}.`;
  }
  if (held > 0)
    return `Nothing new in ${name}: ${plural(held, 'exchange')} ${pluralWord(held, 'was', 'were')} in the list already.`;
  return `No call in ${name} is for Xero Projects.`;
}

function detailsOf(outcome: OfHar): string[] {
  const [broken] = problemsOf(outcome);
  const { possibleMatches, moreProblems } = outcome;
  return [
    ...possibleMatches,
    ...broken,
    ...(moreProblems > 0 ? [`And ${plural(moreProblems, 'entry', 'entries')} more.`] : []),
  ];
}

function upper(text: string): string {
  return text.startsWith('the ') ? `T${text.slice(1)}` : text;
}
