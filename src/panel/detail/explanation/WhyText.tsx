// The most specific known reason, how certain it is, and what it is based on.

import type { Reason, Statement } from '../../../core/card/reason.ts';
import type { FieldError } from '../../../core/diagnose/field-errors.ts';
import { RelatedExchanges } from '../../ui/ExchangeLinks.tsx';
import { FindingLocation } from '../../ui/FindingLocation.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { Support } from '../../ui/Support.tsx';

/** The number of related requests that a reason links to; the tab of attempts has all of them. */
const MAX_LINKS = 3;

interface WhyProps {
  why: Reason;
  fields: readonly FieldError[];
  /** The id of the explained exchange. */
  exchange: number;
}

export function WhyText({ why, fields, exchange }: WhyProps) {
  const { statements, certainty, citation, relatedIds, cause, sequence } = why;
  const [only] = statements.length === 1 ? statements : [];
  return (
    <p data-cause={cause} data-finding={sequence} data-check={only?.check}>
      {statements.map((each, i) => (
        <span key={i} data-check={only ? undefined : each.check}>
          <StatementText statement={each} fields={fields} />{' '}
        </span>
      ))}
      <Support certainty={certainty} citation={citation} />{' '}
      <RelatedExchanges ids={relatedIds.filter((id) => id !== exchange).slice(0, MAX_LINKS)} />
    </p>
  );
}

function StatementText({
  statement: { text, location },
  fields,
}: {
  statement: Statement;
  fields: readonly FieldError[];
}) {
  const isInBody = location !== undefined && 'pointer' in location && location.pointer !== '';
  // The table of fields has the link.
  const isLinked = isInBody && fields.every(({ pointer }) => pointer !== location.pointer);
  return (
    <>
      <InlineCode text={text} />
      {isLinked && (
        <>
          {' '}
          <FindingLocation location={location} />
        </>
      )}
    </>
  );
}
