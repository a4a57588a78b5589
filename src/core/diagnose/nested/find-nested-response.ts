// Finds a response of Xero's that a back end put into its own: its status, its headers, and where they come from.

import { parserMessages } from '../../../catalogue/nested-responses/parser-messages.ts';
import { statusFields, upstreamFields } from '../../../catalogue/nested-responses/status-fields.ts';
import { statusWordings } from '../../../catalogue/nested-responses/status-wordings.ts';
import { likeliestByLetter, type XeroWords, xeroWords } from '../../../catalogue/nested-responses/xero-words.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Headers } from '../../model/exchange.ts';
import { findPassedOnHeaders } from './passed-on-headers.ts';
import { plainKey } from './plain-key.ts';
import { type BodyParts, type FoundObject, type Sentence, walkBody } from './walk-body.ts';

export interface NestedResponse {
  /** Of the nested response; `undefined` if the body contains only headers, or a message about a body that isn't JSON. */
  readonly status: number | undefined;
  /**
   * How certain it is that Xero responded like this. `certain`: in Xero's own words. `likely`: the back end quotes it. `possible`: a status that
   * the back end may have chosen itself.
   */
  readonly certainty: Certainty;
  /** Whether the body mentions Xero together with the status. */
  readonly namesXero: boolean;
  readonly foundIn: 'field' | 'sentence' | 'parser-message' | 'xero-words';
  /** The sentence with the status, or next to it. */
  readonly sentence: string | undefined;
  /** What a JSON parser failed on, if the body says that one did. `unknown`: its message shows nothing of it. */
  readonly unreadable: 'html' | 'text' | 'unknown' | undefined;
  /** Xero's headers in the body. */
  readonly headers: Headers;
  /** Names of headers that the back end sent to Xero, in lower case. */
  readonly sentHeaders: readonly string[];
}

export interface NestedSource {
  /** The parsed JSON, or else the text without markup. */
  readonly value: unknown;
  /** The status on the wire. */
  readonly status: number;
}

/** `undefined` if nothing in the body is about another response. Pure and total, whatever the body. */
export function findNestedResponse({ value, status }: NestedSource): NestedResponse | undefined {
  const parts = walkBody(value, status >= 400);
  if (namesOtherHost(parts)) return undefined;
  const headers = findPassedOnHeaders(parts);
  const read = bySaying(parts, status) ?? byField(parts, status) ?? byParser(parts);
  const isProven = read?.status !== undefined && headers.some(([name]) => name.startsWith('x'));
  const said = isProven ? ({ ...read, certainty: 'certain' } as const) : read;
  const sentHeaders = parts.requests.flatMap((request) => namesOfHeaders(request));
  if (said === undefined && headers.length === 0 && sentHeaders.length === 0) return undefined;
  return { ...nothing, ...said, headers, sentHeaders };
}

type Said = Pick<NestedResponse, 'status' | 'certainty' | 'foundIn'> &
  Partial<Pick<NestedResponse, 'sentence' | 'unreadable' | 'namesXero'>>;

const nothing = {
  status: undefined,
  certainty: 'possible',
  namesXero: false,
  foundIn: 'field',
  sentence: undefined,
  unreadable: undefined,
} as const;

/** The deepest sentence is closest to Xero. A field below it is even closer. */
function bySaying(parts: BodyParts, outer: number): Said | undefined {
  const sentences = [...parts.sentences].sort((a, b) => b.depth - a.depth);
  for (const { text } of sentences) {
    const words = xeroWords.find((row) => text.includes(row.words));
    if (words !== undefined && words.status !== outer) {
      return { status: words.status, certainty: 'certain', foundIn: 'xero-words', sentence: text };
    }
  }
  for (const sentence of sentences) {
    const status = statusInSentence(sentence.text, outer);
    if (status === undefined) continue;
    const field = byField(parts, outer);
    const isNearer = field !== undefined && deepestField(parts, outer).depth > sentence.depth;
    return isNearer ? field : { status, certainty: 'likely', foundIn: 'sentence', sentence: sentence.text };
  }
  return undefined;
}

/** The status that a sentence quotes; `undefined` if it may be the back end's own. */
export function statusInSentence(text: string, outer: number): number | undefined {
  for (const { pattern, status, isFixed, saidBy } of statusWordings) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = isFixed ? status : Number(match[1]);
    if (found !== outer || saidBy === 'client') return found;
  }
  return undefined;
}

function byField(parts: BodyParts, outer: number): Said | undefined {
  const { status, isUpstream } = deepestField(parts, outer);
  if (status === undefined) return undefined;
  const isNamed = parts.sentences.some(({ text }) => /\bxero/i.test(text)) || namesXero(parts.objects);
  return {
    status,
    certainty: isUpstream || isNamed ? 'likely' : 'possible',
    namesXero: isNamed,
    foundIn: 'field',
    sentence: parts.sentences[0]?.text,
  };
}

interface FieldStatus {
  readonly status: number | undefined;
  readonly depth: number;
  readonly isUpstream: boolean;
}

function deepestField({ objects }: BodyParts, outer: number): FieldStatus {
  let best: FieldStatus & { readonly isWeak: boolean } = {
    status: undefined,
    depth: -1,
    isUpstream: false,
    isWeak: true,
  };
  for (const { object, depth, isUpstream } of objects) {
    for (const [key, value] of Object.entries(object)) {
      const field = statusFields.find(({ name }) => name === plainKey(key));
      const status = field && failureStatus(value);
      if (field === undefined || status === undefined || status === outer) continue;
      const isWeak = field.isWeak ?? false;
      // Xero's successes can have a number under this name.
      if (isWeak && outer < 400 && depth === 0) continue;
      if (Number(best.isWeak) - Number(isWeak) > 0 || (best.isWeak === isWeak && depth > best.depth)) {
        best = {
          status,
          depth,
          isUpstream: isUpstream || upstreamFields.has(plainKey(key)) || /upstream/i.test(key),
          isWeak,
        };
      }
    }
  }
  return best;
}

function failureStatus(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^[45]\d\d$/.test(value.trim())) return undefined;
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 400 && number < 600 ? number : undefined;
}

function namesXero(objects: readonly FoundObject[]): boolean {
  return objects.some(({ object }) =>
    Object.entries(object).some(
      ([key, value]) => /xero/i.test(key) || (typeof value === 'string' && /xero/i.test(value.slice(0, 500))),
    ),
  );
}

/** A parser of the back end failed on Xero's response, such as the plain-text 404. */
function byParser({ sentences }: BodyParts): Said | undefined {
  for (const { text } of sentences) {
    const shown = shownByParser(text);
    if (shown === undefined) continue;
    const said = { certainty: 'likely', foundIn: 'parser-message', sentence: text } as const;
    if (shown.startsWith('<')) return { ...said, status: undefined, unreadable: 'html' };
    const words = wordsThatBegin(shown);
    return { ...said, status: words?.status, unreadable: words !== undefined || shown !== '' ? 'text' : 'unknown' };
  }
  return undefined;
}

/** The beginning of the body that a parser's message shows, empty if it shows none; `undefined` for any other text. */
export function shownByParser(text: string): string | undefined {
  for (const { pattern } of parserMessages) {
    const match = pattern.exec(text);
    if (match !== null) return match.groups?.start ?? match.groups?.letter ?? '';
  }
  return undefined;
}

function wordsThatBegin(shown: string): XeroWords | undefined {
  if (shown.length <= 1) return likeliestByLetter.get(shown);
  // Several start with `The`. The 404 is the usual one, and comes first.
  return xeroWords.find(
    ({ words, isWholeBody }) => isWholeBody && (words.startsWith(shown) || shown.startsWith(words)),
  );
}

function namesOfHeaders(request: object): string[] {
  const headers = Object.entries(request).find(([key]) => /^headers$/i.test(key))?.[1];
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return [];
  return Object.keys(headers)
    .slice(0, 50)
    .map((name) => name.toLowerCase());
}

/** The failed request went elsewhere: the status of a database or a payment service isn't Xero's. */
function namesOtherHost({ sentences, requests }: BodyParts): boolean {
  const hosts = [
    ...sentences.flatMap((sentence) => hostIn(sentence)),
    ...requests.flatMap((request) => hostsOf(request)),
  ];
  return hosts.length > 0 && !hosts.some((host) => /(?:^|\.)xero\.com$/i.test(host));
}

/** Only if the sentence quotes a status: other sentences link to pages. */
function hostIn({ text }: Sentence): string[] {
  const host = /\bhttps?:\/\/([a-z\d.-]{1,253})/i.exec(text)?.[1];
  return host === undefined || statusInSentence(text, 0) === undefined ? [] : [host];
}

function hostsOf(request: object): string[] {
  return Object.entries(request).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return /^ur[il]$/i.test(key) ? hostsOf(value) : [];
    if (typeof value !== 'string' || !/^(?:base)?ur[il]$|^host(?:name)?$/i.test(key)) return [];
    if (/^host/i.test(key)) return [value];
    const host = /^https?:\/\/([^/:?#]{1,253})/i.exec(value)?.[1];
    return host === undefined ? [] : [host];
  });
}
