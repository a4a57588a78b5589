// Words that the API itself uses. A project may be named `Tasks` or `Offline`: such a name is replaced only as a whole value.

import { businessRules } from '../../catalogue/business-rules.ts';
import { currencies } from '../../catalogue/currencies.ts';
import { entities } from '../../catalogue/entities.ts';
import { oauthErrors } from '../../catalogue/oauth-errors.ts';
import { operations } from '../../catalogue/operations.ts';
import { diagnosisRows } from '../diagnose/diagnosis-rows.ts';

/** Whether replacing `text` (in lower case) everywhere could change the meaning of a response. */
export function isReserved(text: string): boolean {
  const phrase = ` ${splitWords(text).join(' ')} `;
  return words.has(text) || phrases.some((each) => each.includes(phrase));
}

/** Whether `text` (in lower case) is a common word in Xero's messages, and so a name, such as `Will` or `May`, only if capitalised. */
export function isCommonWord(text: string): boolean {
  return english.has(text);
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const selectors = diagnosisRows.flatMap(({ when }) => when);
const rows = [...Object.values(entities).flat(), ...operations.flatMap(({ query }) => query)];

/** Phrases that diagnoses depend on, and pseudonyms. */
const phrases = [
  ...selectors.flatMap(({ bodyIncludes = [], header }) => [...bodyIncludes, ...(header?.includes ?? [])]),
  ...businessRules.map(({ says = '' }) => says),
  ...['[redacted]', 'person@redacted.example', 'name', 'tenant', 'id', 'token'],
].map((phrase) => ` ${splitWords(phrase).join(' ')} `);

const words = new Set(
  [
    ...rows.flatMap(({ name, values = [] }) => [name, ...values]),
    ...operations.flatMap(({ id, path }) => [id, ...path.split('/')]),
    ...['projects.xro', 'api.xero.com', 'connections', 'xero', 'api', 'bearer', 'basic', 'utc', 'gmt'],
    ...oauthErrors,
    ...currencies,
    // Properties of error envelopes.
    ...['type', 'title', 'status', 'detail', 'instance', 'extensions', 'error', 'error_description', 'ApiException'],
    ...['errorNumber', 'elements', 'oauth_problem', 'html', 'http', 'https', 'true', 'false', 'null', 'undefined'],
    ...['message', 'messages', 'errors', 'code', 'data', 'response', 'request', 'headers', 'body', 'model', 'value'],
    ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'id', 'ids'],
  ].flatMap((word) => [word.toLowerCase(), ...splitWords(word)]),
);

const english = new Set(
  [
    ...diagnosisRows.map(({ example }) => (example.status < 400 ? '' : (example.body ?? ''))),
    'a an the this that these those it its he she they we you your i me my our us them their who what which there here',
    'is are was were be been being am do does did done has have had can cannot could may might must shall should will would',
    'not no nor none null and or but if else then than as at by for from in into of off on onto out over to too under up with without',
    'all any both each few more most other some such only own same so very just also again already now once when where why how',
    'exist exists existing found find invalid valid wrong missing required allowed denied failed fail unknown empty must',
    'member members active archived deleted disabled enabled closed open new old user users contact contacts project projects task',
    'field fields parameter query address number text date time day days hour hours minute minutes after before between',
  ].flatMap(splitWords),
);
