// Source: the documentation of each service. Services that send a page's requests to Xero from their own hosts, and return their own errors.

import { type Citation, secondary } from './citation.ts';

export interface Connector {
  readonly title: string;
  /** Includes their subdomains. */
  readonly hosts: readonly string[];
  /** Identifies its own messages, wherever they are passed on. */
  readonly body?: RegExp;
  readonly citation: Citation;
}

export const connectors: readonly Connector[] = [
  {
    title: 'Pipedream',
    hosts: ['pipedream.com', 'pipedream.net'],
    body: /\bpipedream\.com\/(?:support|docs)\b/i,
    citation: secondary('Pipedream, Connect API proxy', 'https://pipedream.com/docs/connect/api-proxy'),
  },
  {
    title: 'Zapier',
    hosts: ['zapier.com', 'zapier.app'],
    citation: secondary('Zapier Platform, errors', 'https://docs.zapier.com/platform/build/errors'),
  },
  {
    title: 'Make',
    hosts: ['make.com', 'integromat.com'],
    citation: secondary('Make, error handling', 'https://help.make.com/overview-of-error-handling'),
  },
  {
    title: 'n8n',
    hosts: ['n8n.cloud', 'n8n.io'],
    body: /"(?:name|type)\\?"\s*:\s*\\?"(?:NodeApiError|NodeOperationError)"/,
    citation: secondary('n8n, error handling', 'https://docs.n8n.io/flow-logic/error-handling/'),
  },
  {
    title: 'Nango',
    hosts: ['nango.dev'],
    citation: secondary('Nango, proxy requests', 'https://nango.dev/docs/guides/proxy-requests'),
  },
  {
    title: 'Merge',
    hosts: ['merge.dev'],
    citation: secondary('Merge, errors', 'https://docs.merge.dev/basics/errors/'),
  },
  {
    title: 'Apideck',
    hosts: ['apideck.com'],
    body: /"type_name"\s*:\s*"Connector\w+Error"|developers\.apideck\.com\/errors/,
    citation: secondary('Apideck, error handling', 'https://developers.apideck.com/errors'),
  },
  {
    title: 'Paragon',
    hosts: ['useparagon.com'],
    citation: secondary('Paragon, proxy API', 'https://docs.useparagon.com/apis/proxy'),
  },
  {
    title: 'Codat',
    hosts: ['codat.io'],
    citation: secondary('Codat, errors', 'https://docs.codat.io/using-the-api/errors'),
  },
  {
    title: 'Unified.to',
    hosts: ['unified.to'],
    citation: secondary('Unified.to, documentation', 'https://docs.unified.to'),
  },
  {
    title: 'Rutter',
    hosts: ['rutterapi.com'],
    citation: secondary('Rutter, errors', 'https://docs.rutter.com/platform/errors'),
  },
  {
    title: 'Composio',
    hosts: ['composio.dev'],
    citation: secondary('Composio, documentation', 'https://docs.composio.dev'),
  },
  {
    title: 'Workato',
    hosts: ['workato.com'],
    citation: secondary(
      'Workato, error handling',
      'https://docs.workato.com/recipes/best-practices-error-handling.html',
    ),
  },
  {
    title: 'Tray.ai',
    hosts: ['tray.io', 'tray.ai'],
    citation: secondary('Tray.ai, documentation', 'https://docs.tray.ai'),
  },
  {
    title: 'Power Automate',
    hosts: ['azure-apim.net', 'logic.azure.com'],
    citation: secondary('Microsoft, connectors overview', 'https://learn.microsoft.com/connectors/connectors'),
  },
];
