// Which headers, fields and parameters hold secrets, by their names: one rule for all of them.

/** Whether what has this name holds a secret. In any spelling: `accessToken`, `X-Access-Token`, `access%5Ftoken`, `access_token[]`. */
export function isSecretName(name: string): boolean {
  return secret.test(name) && !told.test(name);
}

/** Whether a name that stands for much else in JSON, such as `code`, holds a secret as a parameter of a query or a form. */
export function isSecretParameter(name: string): boolean {
  return parameters.has(name.toLowerCase()) || isSecretName(name);
}

const joined = '(?:[_-]|%(?:25){0,5}(?:5f|2d))?';

/** What a name with a secret has in it. A regular expression's source. */
export const secretWords = [
  ...['authori[sz]ation', 'cookie', 'token', 'secret', 'passw', 'pwd', 'credential', 'session', 'csrf', 'xsrf'],
  ...['jwt', 'bearer', 'sessid', `client${joined}assertion`, `(?:code|oauth)${joined}verifier`, '[_-]signature'],
  // Gateways ask for keys of their own, such as `Ocp-Apim-Subscription-Key` and `x-functions-key`.
  `(?:api|subscription|functions?|private|access|signing|encryption)${joined}key`,
  `(?:auth|device|user)${joined}code`,
].join('|');

/** Of the last step of a sign-in, of a token request and of a signed address. */
export const secretParameters = ['code', 'assertion', 'auth', 'sig', 'signature'] as const;

const parameters = new Set<string>(secretParameters);
const secret = new RegExp(secretWords, 'i');

/** Names that only tell of a secret, the marks by which lists are read page by page, and what CORS allows. */
const told = new RegExp(
  [
    '(?:type|type[_-]?hint|endpoint|ur[il]|name|error|problem|advice|status|count|length|limit|policy)$',
    '(?:expir(?:y|ation|es|ed)|expires?[_-]?(?:at|in|on))$',
    '(?:next|prev|previous|page|paging|continuation|skip|sync|delta|cursor|max|total)[_-]?(?:page[_-]?)?tokens?$',
    '^access-control-',
  ].join('|'),
  'i',
);
