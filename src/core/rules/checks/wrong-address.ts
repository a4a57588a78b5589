// The address is Xero's or your proxy's, but the part of it that should be the API root is wrong.

import { specification } from '../../../catalogue/citation.ts';
import { rootFault } from '../../match/find-address-fault.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'wrong-address',
  title: 'Wrong API URL',
  severity: 'error',
  order: 105,
  runsOutsideApi: true,
  confirmedBy: 'wrong-address',
  fix: 'Use the URL of the Projects API.',
  citation: specification,
  run({ exchange }) {
    const found = rootFault(exchange);
    // Xero's web app may use its own service.
    if (found === undefined || found.fault === 'web-app') return [];
    const { fault, observed, host, root, meant, citation } = found;
    const place = fault === 'wrong-host' ? host : root;
    return [
      {
        observed: place === '' ? observed : `${quote(place)}: ${observed}`,
        expected: quote(meant, 160),
        sentence: `The URL has ${place === '' ? observed : `${quote(place)}: ${observed}`}.`,
        fix: `Send the request to ${quote(meant, 160)}.`,
        citation,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [
    { request: 'GET https://api.xero.com/projects.xro/1.0/Projects', status: 404 },
    { request: 'GET https://app.example/api/projects.xro/1.0/Projects', status: 404 },
    { request: 'POST https://api.xero.com/api.xro/2.0/projects', status: 404 },
    { request: 'GET https://api.xero.com/projects.xro/Projects', status: 404 },
    { request: 'GET https://api.xero.com/projects/2.0', status: 404 },
    { request: 'GET https://api.xero.com/Projects', status: 404 },
    { request: 'GET https://developer.xero.com/projects.xro/2.0/Projects', status: 404 },
  ],
  pass: [
    {},
    { request: 'GET https://api.xero.com/connections', status: 200 },
    { request: 'GET https://api.xero.com/api.xro/2.0/Invoices', status: 200 },
    { request: 'GET https://go.xero.com/api/projects/projects', status: 200 },
  ],
};

export const mutations: Mutations = {
  request: ({ method, path }) => [{ request: `${method} /../1.0${path}` }, { request: `${method} /..${path}` }],
};
