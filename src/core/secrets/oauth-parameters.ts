// Redacts random parameters of URLs and forms that belong to a sign-in, whatever they are called.

import { looksRandom } from './looks-random.ts';
import { REDACTED } from './redaction-marker.ts';

/** Linear in the length of the text. */
export function redactOAuthParameters(text: string): string {
  if (!signIn.test(text)) return text;
  return text.replace(parameters, (all, before: string, name: string, value: string) =>
    isPublic.test(name) || !looksRandom(value) ? all : `${before}${name}=${REDACTED}`,
  );
}

/** The path of a page for signing in. A regular expression's source. */
export const signInPath = String.raw`/(?:oauth2?|authori[sz]e?|connect|callback|signin|sign-in|login|sso|saml2?|oidc|\.auth)(?:[/?#&.-]|$)`;
/** A parameter of a request for a token or a code. A regular expression's source. */
export const requestParameter = '(?:grant_type|response_type)=';
const signIn = new RegExp(`${signInPath}|(?:^|[?&#])${requestParameter}`, 'i');
const parameters = /([?&#;])([\w.-]{1,100})=([^\s"'<>&#;]{12,4000})/g;
/** Identifiers and URLs, by their documented names. */
const isPublic =
  /^(?:client_id|redirect_uri|scope|tenant_?id|response_(?:type|mode)|code_challenge(?:_method)?|issuer|iss)$/i;
