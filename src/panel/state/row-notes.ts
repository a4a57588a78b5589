// What a row of the list says beyond the title of its diagnosis, so that rows that differ look different.

import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import type { FieldError } from '../../core/diagnose/field-errors.ts';
import { hasFailed } from '../../core/diagnose/outcome.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { Location } from '../../core/model/finding.ts';
import { requestWarnings } from '../../core/rules/analyze.ts';
import { lowercaseFirst } from '../../core/rules/check-support/formats.ts';
import { findEarlierRead, findEarlierWrite } from '../../core/rules/sequences/earlier-duplicate.ts';
import { attemptsOf } from '../../core/session/attempts.ts';
import type { Session } from '../../core/session/session.ts';
import { fromPointer } from '../../core/text/json-pointer.ts';
import { plural } from '../../core/text/plural.ts';
import type { RowNotes } from './sort/columns.ts';

export interface RowNotesSource {
  /** `isBusy`: only what takes no time, because a render without it follows. */
  notesOf(exchange: Exchange, isBusy: boolean): RowNotes;
  /** From 0; also 0 for a single attempt, so that the order doesn't change when it is retried. */
  attemptIndex(exchange: Exchange): number;
}

export interface RowNotesContext {
  readonly session: Session;
  diagnosisOf(exchange: Exchange): Diagnosis;
}

const POSSIBLE_DUPLICATE = 'possible duplicate';

export function createRowNotes({ session, diagnosisOf }: RowNotesContext): RowNotesSource {
  /** They depend on the request alone, so they never become outdated. */
  const warnings = new WeakMap<Exchange, string>();
  const warningOf = (exchange: Exchange, isBusy: boolean) => {
    const cached = warnings.get(exchange);
    if (cached !== undefined || isBusy) return cached ?? '';
    const warning = describeWarnings(exchange);
    warnings.set(exchange, warning);
    return warning;
  };
  const duplicateOf = ({ id }: Exchange, isBusy: boolean) => {
    const summary = session.get(id);
    if (summary === undefined) return '';
    if (findEarlierWrite(session, summary)) return POSSIBLE_DUPLICATE;
    return !isBusy && findEarlierRead(session, summary) ? 'repeated read' : '';
  };
  return {
    notesOf(exchange, isBusy) {
      const attempts = attemptsOf(session, exchange.id);
      const attempt = attempts === undefined ? '' : `${attempts.index + 1} of ${attempts.exchanges.length}`;
      const { row, evidence, fieldErrors } = diagnosisOf(exchange);
      const isSuccess = row.severity === 'success' && !hasFailed(exchange, evidence);
      const names = listNames(fieldErrors.map(fieldName));
      const warning = isSuccess ? warningOf(exchange, isBusy) : '';
      const duplicate = duplicateOf(exchange, isBusy);
      return {
        note: `${names && `: ${names}`}${warning && `, but ${warning}`}${duplicate && ` · ${duplicate}`}`,
        isWarning: isSuccess && (warning !== '' || duplicate === POSSIBLE_DUPLICATE),
        attempt,
      };
    },
    attemptIndex: ({ id }) => attemptsOf(session, id)?.index ?? 0,
  };
}

/** The first warning with the names that it is about, and the number of others. */
function describeWarnings(exchange: Exchange): string {
  const found = requestWarnings(exchange);
  const [first] = found;
  if (first === undefined) return '';
  const same = found.filter(({ ruleId }) => ruleId === first.ruleId);
  const names = listNames(same.flatMap(({ location }) => (location === undefined ? [] : locationName(location))));
  const others = new Set(found.map(({ ruleId }) => ruleId)).size - 1;
  return `${lowercaseFirst(first.title)}${names && `: ${names}`}${others > 0 ? ` (+${others})` : ''}`;
}

function locationName(location: Location): string | [] {
  // The title of a check names the header.
  if (location.in === 'header') return [];
  return 'name' in location ? location.name : pointerName(location.pointer);
}

function fieldName({ pointer, key }: FieldError): string {
  return pointer === '' ? key.replace(/^(?:model|\$)\./, '') : pointerName(pointer);
}

function pointerName(pointer: string): string {
  return fromPointer(pointer).join('.');
}

const MAX_NAMES = 3;
/** Other names are only counted: among the row's words, they could reorder these. */
const PLAIN_NAME = /^[\w.$[\]-]{1,40}$/;

function listNames(names: readonly string[]): string {
  const distinct = [...new Set(names)].filter((name) => name.trim() !== '');
  const shown = distinct.filter((name) => PLAIN_NAME.test(name)).slice(0, MAX_NAMES);
  const others = distinct.length - shown.length;
  if (shown.length === 0) return others === 0 ? '' : plural(others, 'name');
  return `${shown.join(', ')}${others > 0 ? ` (+${others})` : ''}`;
}
