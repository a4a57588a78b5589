// The tabs of the selected exchange.

import type { ComponentChildren } from 'preact';
import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import { requestEntity, responseEntity } from '../../core/diagnose/field-at.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import type { Analysis } from '../../core/rules/analyze.ts';
import type { Attempts as Chain } from '../../core/session/attempts.ts';
import type { Tab } from '../host/panel-host.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import { Lazy, lazyComponent } from '../ui/Lazy.tsx';
import { Attempts } from './attempts/Attempts.tsx';
import { Explanation } from './explanation/Explanation.tsx';
import { fieldDocs } from './message/field-docs.ts';

/** What the tabs show. */
export interface DetailContext {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly analysis: Analysis | 'loading' | 'failed';
  readonly chain: Chain | undefined;
  /** The exchange that is suggested to compare with. */
  readonly comparable: Exchange | undefined;
  /** Whether the user chose an exchange to compare with. */
  readonly isComparing: boolean;
}

interface DetailTab {
  readonly title: string;
  /** Tabs without content are not shown. */
  readonly isAvailable?: (context: DetailContext) => boolean;
  readonly render: (context: DetailContext) => ComponentChildren;
}

const messageCode = lazyModule(() => import('./message/MessageView.tsx'));

/** Preloads the tabs of request and response while the user reads the explanation. */
export const preloadMessages = messageCode.preload;

const Compare = lazyComponent(() => import('../compare/Compare.tsx').then(({ Compare }) => Compare), {
  name: 'the comparison',
});

/** In the order of the tabs. */
export const detailTabs: Readonly<Record<Tab, DetailTab>> = {
  explanation: {
    title: 'Explanation',
    render: ({ exchange, diagnosis, analysis, chain }) => (
      <Explanation exchange={exchange} diagnosis={diagnosis} analysis={analysis} chain={chain} />
    ),
  },
  request: {
    title: 'Request',
    render: ({ exchange, diagnosis, analysis }) => (
      <Lazy code={messageCode} name="the request">
        {({ RequestView }) => (
          <RequestView
            exchange={exchange}
            diagnosis={diagnosis}
            findings={typeof analysis === 'string' ? [] : analysis.findings}
            fieldAt={fieldDocs(requestEntity(exchange))}
          />
        )}
      </Lazy>
    ),
  },
  response: {
    title: 'Response',
    render: ({ exchange, analysis }) => (
      <Lazy code={messageCode} name="the response">
        {({ ResponseView }) => (
          <ResponseView
            exchange={exchange}
            findings={typeof analysis === 'string' ? [] : analysis.findings}
            fieldAt={fieldDocs(responseEntity(exchange))}
          />
        )}
      </Lazy>
    ),
  },
  attempts: {
    title: 'Retries',
    isAvailable: ({ chain, analysis }) =>
      chain !== undefined || (typeof analysis !== 'string' && analysis.sequence.length > 0),
    render: ({ exchange, analysis, chain }) => (
      <Attempts
        attempts={chain}
        findings={typeof analysis === 'string' ? [] : analysis.sequence}
        selected={exchange.id}
      />
    ),
  },
  compare: {
    title: 'Compare',
    isAvailable: ({ comparable, isComparing }) => comparable !== undefined || isComparing,
    render: ({ exchange, comparable }) => <Compare exchange={exchange} suggested={comparable} />,
  },
};

export const detailTabIds = Object.keys(detailTabs) as readonly Tab[];
