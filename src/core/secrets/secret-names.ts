// Decides by name which headers, fields and parameters hold secrets.

import { looksRandom } from './looks-random.ts';

/** Whether any value under this name is a secret. Accepts any spelling: `accessToken`, `X-Access-Token`, `access%5Ftoken`, `access_token[]`. */
export function isSecretName(name: string): boolean {
  if (!mayBeSecret.test(name) || exceptions.test(name)) return false;
  return secret.test(name) || secretEnd.test(lastWord(name));
}

/** Also true for names such as `code`, which mean other things in JSON but hold a secret in a query or a form. */
export function isSecretParameter(name: string): boolean {
  return parameters.has(name.toLowerCase()) || isSecretName(name);
}

/** Whether `value` under `name` is a secret, which for names such as `auth` and `pin` the value decides. */
export function isSecretField(name: string, value: string): boolean {
  return isSecretName(name) || (isAmbiguousName(name) && looksSecret(lastWord(name), value));
}

/** Names that hold a secret or something else: `auth` may be a password or a method. */
export function isAmbiguousName(name: string): boolean {
  return mayBeSecret.test(name) && ambiguousEnd.test(lastWord(name)) && !exceptions.test(name);
}

function looksSecret(word: string, value: string): boolean {
  if (word === 'pin') return /^\d{4,12}$/.test(value) || looksRandom(value);
  if (word !== 'auth') return looksRandom(value);
  // A sentence, a URL or the name of a method.
  return !/\s\S+\s|^https?:/.test(value) && !authMethod.test(value);
}

const authMethod =
  /^(?:|none|null|true|false|yes|no|ok|[\d.]{1,4}|basic|bearer|digest|ntlm|negotiate|kerberos|oauth ?[\d.]{0,3}a?|oidc|openid|saml2?|sso|mtls|jwt|apikey|api[ _-]key|cookie|session|token|(?:un)?authenticated|authorized|anonymous|public|private|required|optional|enabled|disabled|failed|expired|success|pending|user|admin|service|client|server|login|logout|pkce|xero)$/i;

const joined = '(?:[_. +-]|%(?:25){0,5}(?:5f|2[0bde]))?';

/** Parts of names of secrets; `may-hold-secrets.ts` lists how they start. A regular expression's source. */
export const secretWords = [
  ...['authori[sz]ation', 'cookie', 'token', 'secret', 'passw', 'passphrase', 'passcode', 'pwd', 'credential'],
  ...['session', 'csrf', 'xsrf', 'jwt', 'bearer', 'sessid', `client${joined}assertion`],
  ...[`(?:code|oauth)${joined}verifier`, '[_-]signature', `saml${joined}(?:response|assertion)`],
  // Keys of API gateways, such as `Ocp-Apim-Subscription-Key` and `x-functions-key`.
  `(?:api|app|consumer|webhooks?|subscription|functions?|private|access|account|auth|master|shared|signing|encryption)${joined}key`,
  `(?:auth|device|user|mfa|2fa|verification|two${joined}factor)${joined}code`,
  `pass${joined}(?:hash|phrase)`,
  `auth${joined}(?:header|pass|string|data|hash)`,
  `(?:admin|db|ftp|key|ldap|login|mail|proxy|root|smtp|sql|store|user)${joined}pass(?![a-z])`,
].join('|');

/** Short words that are part of other words, such as `pass` of `passenger`: they count at the end of a name, as in `DB_PASS`. */
const endWords = ['pass', 'pw', 'sid', 'otp', 'totp', 'psk', 'creds', 'sas'];
const ambiguousWords = ['auth', 'pin', 'pat', 'sig', 'signature', 'ticket'];

/** What a name that may hold a secret contains. A regular expression's source. */
export const candidateWords = [secretWords, ...endWords, ...ambiguousWords].join('|');

/** Parameters of an OAuth callback, a token request and a signed URL. */
export const secretParameters = ['code', 'assertion', 'auth', 'sig', 'signature', 'ticket'] as const;

const parameters = new Set<string>(secretParameters);
const secret = new RegExp(secretWords, 'i');
const mayBeSecret = new RegExp(candidateWords, 'i');
const secretEnd = new RegExp(`^(?:${endWords.join('|')})$`);
const ambiguousEnd = new RegExp(`^(?:${ambiguousWords.join('|')})$`);

/** The last word of a name in lower case: `pass` of `dbPass`, `DB_PASS`, `db.pass1` and `pass[0]`. */
function lastWord(name: string): string {
  const [word = ''] =
    /(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,20})(?=[^A-Za-z]{0,20}$)/.exec(withoutIndexes(name).slice(-60)) ?? [];
  return word.toLowerCase();
}

function withoutIndexes(name: string): string {
  return name.slice(-200).replace(/(?:\[\w{0,60}\]|%(?:25){0,5}5b\w{0,60}%(?:25){0,5}5d){1,5}$/i, '');
}

/** Names about a secret (its type, its expiry), pagination tokens, and CORS headers. */
const exceptions = new RegExp(
  [
    '(?:type|type[_-]?hint|endpoint|ur[il]|name|error|problem|advice|status|count|length|limit|policy)$',
    '(?:expir(?:y|ation|es|ed)|expires?[_-]?(?:at|in|on))$',
    '(?:next|prev|previous|page|paging|continuation|skip|sync|delta|cursor|max|total)[_-]?(?:page[_-]?)?tokens?$',
    '^access-control-',
  ].join('|'),
  'i',
);
