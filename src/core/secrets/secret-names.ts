// Decides by name which headers, fields and parameters hold secrets.

/** Accepts any spelling: `accessToken`, `X-Access-Token`, `access%5Ftoken`, `access_token[]`. */
export function isSecretName(name: string): boolean {
  return secret.test(name) && !exceptions.test(name);
}

/** Also names such as `code`, which mean other things in JSON but hold a secret in a query or a form. */
export function isSecretParameter(name: string): boolean {
  return parameters.has(name.toLowerCase()) || isSecretName(name);
}

const joined = '(?:[_-]|%(?:25){0,5}(?:5f|2d))?';

/** Parts of names of secrets. A regular expression's source. */
export const secretWords = [
  ...['authori[sz]ation', 'cookie', 'token', 'secret', 'passw', 'pwd', 'credential', 'session', 'csrf', 'xsrf'],
  ...['jwt', 'bearer', 'sessid', `client${joined}assertion`, `(?:code|oauth)${joined}verifier`, '[_-]signature'],
  // Keys of API gateways, such as `Ocp-Apim-Subscription-Key` and `x-functions-key`.
  `(?:api|subscription|functions?|private|access|signing|encryption)${joined}key`,
  `(?:auth|device|user)${joined}code`,
].join('|');

/** Parameters of an OAuth callback, a token request and a signed URL. */
export const secretParameters = ['code', 'assertion', 'auth', 'sig', 'signature'] as const;

const parameters = new Set<string>(secretParameters);
const secret = new RegExp(secretWords, 'i');

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
