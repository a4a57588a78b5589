// Finds Xero's response headers, and the time to wait, in a body that a back end wrote.

import { passedOnHeaders } from '../../../catalogue/nested-responses/status-fields.ts';
import { waitFields, waitWordings } from '../../../catalogue/nested-responses/wait-wordings.ts';
import type { Headers } from '../../model/exchange.ts';
import { plainKey } from './plain-key.ts';
import type { BodyParts } from './walk-body.ts';

/** Each header at most once, by its name in lower case. */
export function findPassedOnHeaders({ objects, sentences }: BodyParts): Headers {
  const found = new Map<string, string>();
  const add = (name: string, value: unknown) => {
    const text = headerText(value);
    if (text !== undefined && !found.has(name)) found.set(name, text);
  };
  for (const { object } of objects) {
    for (const [key, value] of Object.entries(object)) {
      const name = namesByPlainKey.get(plainKey(key));
      if (name !== undefined) add(name, typeof value === 'string' ? withoutUnit(name, value) : value);
    }
  }
  for (const { text } of sentences) {
    for (const [, name = '', value] of text.matchAll(printed)) add(name.toLowerCase(), value);
  }
  if (!found.has('retry-after')) {
    const seconds = findSeconds({ objects, sentences });
    if (seconds !== undefined) found.set('retry-after', String(seconds));
  }
  return [...found];
}

const namesByPlainKey = new Map(passedOnHeaders.map((name) => [plainKey(name), name]));

/** A header in a dump, as Python, Ruby, PHP and HTTP itself write it. */
const printed = new RegExp(
  `\\b(${passedOnHeaders.filter((name) => name !== 'retry-after' && name !== 'www-authenticate').join('|')})["']?\\s{0,2}(?:=>|[:=,])\\s{0,2}\\[?\\s{0,2}["']?([\\w.-]{1,60})`,
  'gi',
);

/** A back end may write the wait of `Retry-After` as `37s`. */
function withoutUnit(name: string, value: string): string {
  const [, number, unit = ''] = /^\s*(\d{1,6}(?:\.\d{1,3})?) ?([a-z]{1,12})\s*$/i.exec(value) ?? [];
  const factor = number === undefined || name !== 'retry-after' ? undefined : secondsIn(unit.toLowerCase());
  return factor === undefined ? value : String(Math.ceil(Number(number) * factor));
}

function headerText(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' && first.trim() !== '' ? first.trim().slice(0, 200) : undefined;
}

function findSeconds({ objects, sentences }: Pick<BodyParts, 'objects' | 'sentences'>): number | undefined {
  for (const { object } of objects) {
    for (const [key, value] of Object.entries(object)) {
      const field = waitFields.find(({ name }) => name === plainKey(key));
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      if (field === undefined || typeof number !== 'number' || !Number.isFinite(number) || number < 0) continue;
      return Math.ceil(field.unit === 'ms' ? number / 1000 : number);
    }
  }
  for (const { text } of sentences) {
    const seconds = secondsInSentence(text);
    if (seconds !== undefined) return seconds;
  }
  return undefined;
}

/** `undefined` unless a row of the catalogue matches. */
export function secondsInSentence(text: string): number | undefined {
  for (const { pattern } of waitWordings) {
    const [, number, unit = ''] = pattern.exec(text) ?? [];
    if (number === undefined) continue;
    const factor = secondsIn(unit.toLowerCase());
    if (factor !== undefined) return Math.ceil(Number(number) * factor);
  }
  return undefined;
}

function secondsIn(unit: string): number | undefined {
  if (/^(?:ms|msecs?|milliseconds?)$/.test(unit)) return 0.001;
  if (/^(?:m|mins?|minutes?)$/.test(unit)) return 60;
  if (/^(?:h|hrs?|hours?)$/.test(unit)) return 3_600;
  return /^(?:|s|secs?|seconds?)$/.test(unit) ? 1 : undefined;
}
