// Why the call was refused, the likeliest cause first, with what that rests on.

import type { LikelyCause } from '../../../core/rules/causes/likely-causes.ts';
import { CitationLine } from '../../ui/Citation.tsx';
import { RelatedExchanges } from '../../ui/ExchangeLinks.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { Section } from '../../ui/Section.tsx';

export function LikelyCauses({ causes }: { causes: readonly LikelyCause[] }) {
  const [first, ...others] = causes;
  if (first === undefined) return null;
  return (
    <section class="causes" aria-label="Likely cause">
      <Cause cause={first} title={titles[first.certainty]} />
      {others.length > 0 && (
        <Section
          name="more-causes"
          isClosed
          title={others.length === 1 ? 'One more possible cause' : `${others.length} more possible causes`}
        >
          {others.map((cause, i) => (
            <Cause key={i} cause={cause} title={titles[cause.certainty]} />
          ))}
        </Section>
      )}
    </section>
  );
}

const titles = { certain: 'Cause:', likely: 'Likely cause:', possible: 'Possible cause:' } as const;

function Cause({ cause: { id, text, fix, relatedIds, citation }, title }: { cause: LikelyCause; title: string }) {
  return (
    <div class="cause" data-cause={id}>
      <p>
        <strong>{title}</strong> <InlineCode text={text} /> <RelatedExchanges ids={relatedIds} />
      </p>
      <p>
        <InlineCode text={fix} />{' '}
        <span class="subtle">
          <CitationLine source={citation} />
        </span>
      </p>
    </div>
  );
}
