// Source: public client code and the specification, read 2026-11-30; each row names its own.
// URLs that people mistake for the API root, and what else can be wrong with a URL. The first row that matches applies.

import { type Citation, inference, secondary, specification } from './citation.ts';

/** What is wrong with a URL. Diagnoses select by these. */
export type AddressFaultId =
  | MistakenRoot['fault']
  /** The API has no operation with this method and path. */
  | 'unsupported'
  /** An id in the path is empty. */
  | 'id-missing'
  /** The path has a placeholder or the text of an empty variable instead of an id. */
  | 'id-not-filled-in'
  /** The path has the project's id instead of another id. */
  | 'id-repeated';

export interface MistakenRoot {
  readonly fault: 'api-version' | 'version-missing' | 'other-api' | 'root-missing' | 'wrong-host' | 'web-app';
  /** Default: any host. */
  readonly host?: RegExp;
  /** Matches the part of the path that should be the API root. */
  readonly path: RegExp;
  /** A phrase for what is wrong. */
  readonly observed: string;
  readonly citation: Citation;
}

const oldBase: Citation = {
  ...secondary('Public client code and xero-node 3 use /projects.xro/1.0'),
  retrieved: '2026-11-30',
};

export const mistakenRoots: readonly MistakenRoot[] = [
  {
    fault: 'web-app',
    host: /^(?!api\.)(?:[\w-]+\.)?xero\.com$/i,
    path: /^\/api\/projects(?=\/|$)/i,
    observed: 'This is the private service of Xero’s own web app. It isn’t for other apps and may change at any time',
    citation: {
      ...secondary('Several public user scripts call go.xero.com/api/projects'),
      retrieved: '2026-11-30',
    },
  },
  {
    fault: 'wrong-host',
    host: /^(?:(?:identity|login|go|my|app|www|developer)\.)?xero\.com$/i,
    path: /\/projects\.xro\/2\.0(?=\/|$)/i,
    observed: 'this Xero host doesn’t serve the API',
    citation: specification,
  },
  {
    fault: 'api-version',
    path: /\/projects\.xro\/(?!2\.0(?:\/|$))v?\d+(?:\.\d+)*(?=\/|$)/i,
    observed: 'the documented version of the Projects API is 2.0',
    citation: oldBase,
  },
  {
    fault: 'version-missing',
    path: /\/projects\.xro(?!\/2\.0(?:\/|$))(?=\/|$)/i,
    observed: 'no version after `projects.xro`',
    citation: specification,
  },
  {
    fault: 'other-api',
    path: /\/(?!projects\.)\w+\.xro(?:\/v?\d+(?:\.\d+)*)?(?=\/projects(?:users)?(?:\/|$))/i,
    observed: 'another Xero API, which has no projects',
    citation: specification,
  },
  {
    fault: 'root-missing',
    path: /\/projects\/v?2\.0(?=\/projects(?:users)?(?:\/|$))/i,
    observed: 'no `projects.xro`',
    citation: specification,
  },
  {
    fault: 'root-missing',
    // Bounded, because a path may have 16,384 characters.
    path: /(?<=xero[^/]{0,60})\/projects\/v?2\.0(?=\/|$)/i,
    observed: 'no `projects.xro`',
    citation: specification,
  },
  {
    fault: 'root-missing',
    host: /^api\.xero\.com$/i,
    path: /^\/projects\/v?\d+(?:\.\d+)+(?=\/|$)/i,
    observed: 'no `projects.xro`',
    citation: specification,
  },
  {
    fault: 'root-missing',
    host: /^api\.xero\.com$/i,
    path: /^(?:\/(?:api|v?\d+(?:\.\d+)*))*(?=\/projects(?:users)?(?:\/|$))/i,
    observed: 'no `/projects.xro/2.0` in front',
    citation: specification,
  },
];

/** Decoded text that code puts into a URL instead of an id. Values that .NET parses as a UUID count as ids, except for the last row. */
export const nonIds: readonly { readonly text: RegExp; readonly origin: string; readonly citation: Citation }[] = [
  {
    text: /^(?:undefined|null|nan|none|nil|false|true|\(null\)|<null>|\[object \w+\]|system\.\w+|\{\}|\[\])$/i,
    origin: 'an empty variable',
    citation: inference,
  },
  {
    text: /^(?:[$#@:]?\{.*\}|:\w+|\$\w+|<.*>|\[.+\]|%[sdv@]|%\(\w+\)s)$/,
    origin: 'a placeholder that wasn’t filled in',
    citation: inference,
  },
  {
    text: /^(?:(?:your|my|the|some|insert|enter)[\s_-]?)?(?:xero[\s_-]?)?(?:project|task|time[\s_-]?entry|entry|time)?[\s_-]?(?:id|guid|uuid)(?:[\s_-]?here)?$/i,
    origin: 'a placeholder that wasn’t filled in',
    citation: inference,
  },
  {
    text: /^\{?0{8}-?(?:0{4}-?){3}0{12}\}?$/,
    origin: 'a UUID that was never set',
    citation: inference,
  },
];
