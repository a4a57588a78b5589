// Why the request failed, the likeliest cause first.

import type { LikelyCause } from '../../../core/rules/causes/likely-causes.ts';
import { Finding } from '../../ui/Finding.tsx';
import { Section } from '../../ui/Section.tsx';

export function LikelyCauses({ causes }: { causes: readonly LikelyCause[] }) {
  const [first, ...others] = causes;
  if (first === undefined) return null;
  return (
    <section class="causes" aria-label="Likely cause">
      <Cause cause={first} />
      {others.length > 0 && (
        <Section
          name="more-causes"
          isClosed
          title={others.length === 1 ? '1 more possible cause' : `${others.length} more possible causes`}
        >
          {others.map((cause, i) => (
            <Cause key={i} cause={cause} />
          ))}
        </Section>
      )}
    </section>
  );
}

function Cause({ cause }: { cause: LikelyCause }) {
  return <Finding finding={cause} title={`${cause.title}:`} />;
}
