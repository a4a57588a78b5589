// A first look at a text: whether any step of `redactSecrets` could find something in it.

import { schemeNames } from './credentials.ts';
import { knownTokens } from './known-tokens.ts';
import { afterWord, beforeName, oauthKeys, parameter } from './named-secrets.ts';
import { requestParameter, signInPath } from './oauth-parameters.ts';
import { mayHoldJwt } from './redact-jwts.ts';
import { PEM_BEGINNING } from './redact-known-tokens.ts';
import { candidateWords } from './secret-names.ts';
import { proseSecret } from './secrets-in-prose.ts';

/**
 * False proves that no step changes the text; true proves nothing. The steps pass over a text 40 times, which takes 25 ns a character and
 * was 42 % of the time to import a large file; this takes 5 ns. One expression with all clues would take as long as the steps: it tries
 * each alternative at each position. So a table of three characters decides where to try it.
 */
export function mayHoldSecrets(text: string): boolean {
  return signs.test(text) || (text.includes('@') && text.includes('://')) || mayHoldJwt(text) || hasClue(text);
}

/** Codes that may spell or separate anything, and clues whose first three characters may be any. */
const signs = /%[\da-f]{2}|&#|\\[/ux]|pw|\dQ~/i;

/** Checked after the word, because most words that begin like the name of a secret aren't one. */
const namedSecret = `(?:${candidateWords})(?:${afterWord}|(?<=${beforeName}(?:${candidateWords})))`;

/** What the other steps need, at least. Sources of regular expressions. */
export const otherClues = [
  ...[parameter, oauthKeys, signInPath, requestParameter, schemeNames, PEM_BEGINNING],
  ...knownTokens.map(({ pattern }) => pattern),
];
const clue = new RegExp([namedSecret, proseSecret, ...otherClues].join('|'), 'iy');

/**
 * The first three characters of each clue, in lower case; `0` for a digit, `_` for a space and `+.` too. Not of those with `signs`. A test
 * fails if one is missing.
 */
const startsOfClues = [
  // Words of secrets' names, parameters, and schemes.
  'acc,adm,api,app,ass,aut,bas,bea,cli,cod,con,coo,cre,csr,db_,db-,dbp,dev,dpo,enc,ftp,fun,gra,jwt,key,lda,log,mai,mas,mfa,0fa,neg,ntl,oau',
  'otp,pas,pat,pin,pri,pro,psk,red,res,roo,sam,sas,sec,ses,sha,sid,sig,smt,sql,sto,sub,tic,tok,tot,two,use,ver,web,xsr,_si,-si',
  // Paths of pages for signing in, and private keys.
  '/oa,/au,/co,/ca,/si,/lo,/ss,/sa,/oi,/_a,---',
  // Tokens with the prefix of their issuer.
  'gho,ghp,ghr,ghs,ghu,git,gla,glc,gld,glf,glo,glp,glr,gls,xap,xox,hoo,rk_,sk_,sk-,sk0,ska,skb,skc,skd,ske,skf,whs,abi,aki,asi,ata',
  'atb,atc,aiz,ya0,0//,goc,npm,pyp,sg_,doo,dop,dor,shp,hvb,hvr,hvs,dap,hf_,pma,lin,sq0,age',
].flatMap((line) => line.split(','));

/** Three characters of 5 bits each, of which a text has one more at each position. */
const starts = new Uint8Array(1 << 15);
/** Letters in either case, digits and signs as 5 bits; 0 for any other character. */
const kinds = new Uint8Array(128);

for (const [number, same] of [...'abcdefghijklmnopqrstuvwxyz', '0123456789', '_ +.', '-', '/'].entries())
  for (const each of same + same.toUpperCase()) kinds[each.charCodeAt(0)] = number + 1;
for (const start of startsOfClues)
  starts[[...start].reduce((bits, each) => (bits << 5) | (kinds[each.charCodeAt(0)] ?? 0), 0)] = 1;

function hasClue(text: string): boolean {
  let lastThree = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    lastThree = ((lastThree << 5) | (code < 128 ? (kinds[code] as number) : 0)) & 0x7fff;
    if (starts[lastThree] === 0) continue;
    clue.lastIndex = at - 2;
    if (clue.test(text)) return true;
  }
  return false;
}
