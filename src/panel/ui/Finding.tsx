// Shows a finding, whichever kind of rule it comes from.

import type { ComponentChildren } from 'preact';
import type { Finding as FindingData, RuleKind } from '../../core/model/finding.ts';
import { CitationLine } from './Citation.tsx';
import { RelatedExchanges } from './ExchangeLinks.tsx';
import { InlineCode } from './InlineCode.tsx';
import { ToneIcon } from './icons.tsx';

interface FindingProps {
  finding: FindingData;
  /** Replaces the finding's own title; `null` hides it. */
  title?: ComponentChildren;
  /** Replaces the sentence with what was observed. */
  observation?: ComponentChildren;
  relatedIds?: readonly number[];
  /** Follows the fix. */
  action?: ComponentChildren;
  /** Shows only the title and what follows it. */
  isCollapsed?: boolean;
  /** Further attributes of the element. */
  attributes?: Readonly<Record<string, string>>;
}

export function Finding({ finding, title = finding.title, observation, ...props }: FindingProps) {
  const { kind, ruleId, severity, observed, fix, citation } = finding;
  const { tag: Tag, attribute, hasIcon, isCompact } = layouts[kind];
  const { relatedIds = finding.relatedIds, action, isCollapsed, attributes } = props;
  const related = <RelatedExchanges ids={relatedIds} />;
  const statement = observation ?? (
    <>
      <InlineCode text={observed} />.
    </>
  );
  const lines = (
    <>
      <p>
        {title && <strong>{title}</strong>}{' '}
        {isCompact && (
          <>
            {statement} {related}
          </>
        )}
      </p>
      {!isCompact && !isCollapsed && <p>{statement}</p>}
      {!isCollapsed && (
        <p>
          <InlineCode text={fix} /> {!isCompact && related} {action}
          {citation && (
            <span class="subtle">
              <CitationLine citation={citation} />
            </span>
          )}
        </p>
      )}
    </>
  );
  return (
    <Tag data-severity={severity} {...{ [attribute]: ruleId }} {...attributes}>
      {hasIcon && <ToneIcon tone={severity} />}
      {hasIcon ? <div>{lines}</div> : lines}
    </Tag>
  );
}

interface Layout {
  readonly tag: 'li' | 'div';
  /** Holds the rule's id. */
  readonly attribute: `data-${string}`;
  readonly hasIcon: boolean;
  /** The observation follows the title on the same line. */
  readonly isCompact: boolean;
}

const layouts: Readonly<Record<RuleKind, Layout>> = {
  check: { tag: 'li', attribute: 'data-check', hasIcon: true, isCompact: false },
  cause: { tag: 'div', attribute: 'data-cause', hasIcon: false, isCompact: true },
  sequence: { tag: 'li', attribute: 'data-finding', hasIcon: true, isCompact: false },
  note: { tag: 'li', attribute: 'data-note', hasIcon: false, isCompact: true },
  reason: { tag: 'li', attribute: 'data-reason', hasIcon: true, isCompact: true },
};
