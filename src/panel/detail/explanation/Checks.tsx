// What the checks found beyond the reason.

import { Fragment } from 'preact';
import type { CheckGroup } from '../../../core/card/check-groups.ts';
import { truncate } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';
import { FindingLocation } from '../../ui/FindingLocation.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { ReferenceLink } from '../../ui/ReferenceLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { Support } from '../../ui/Support.tsx';

export function Checks({ groups }: { groups: readonly CheckGroup[] }) {
  return (
    <section class={`checks ${areNotes(groups) ? 'only-notes' : ''}`}>
      <h2>Also found</h2>
      <CheckList groups={groups} />
    </section>
  );
}

/** In a low panel, the footer shows notes in a collapsed section. */
export function FoldedChecks({ groups }: { groups: readonly CheckGroup[] }) {
  if (groups.length === 0 || !areNotes(groups)) return null;
  return (
    <Section name="checks" isClosed title={`Also found (${groups.length})`} class="folded-checks">
      <CheckList groups={groups} />
    </Section>
  );
}

function areNotes(groups: readonly CheckGroup[]): boolean {
  return groups.every(({ finding }) => finding.severity === 'note');
}

function CheckList({ groups }: { groups: readonly CheckGroup[] }) {
  return (
    <ul class="findings" aria-label="Checks">
      {groups.map((group) => (
        <CheckItem key={`${group.finding.ruleId} ${group.finding.severity}`} group={group} />
      ))}
    </ul>
  );
}

function CheckItem({ group }: { group: CheckGroup }) {
  const { finding, text, places, fix, certainty } = group;
  const { ruleId, severity, title, location, citation, acceptedByXero } = finding;
  return (
    <li data-check={ruleId} data-severity={severity}>
      <ToneIcon tone={severity} />
      <p>
        <ReferenceLink to={`check/${ruleId}`}>{title}</ReferenceLink>: <InlineCode text={text} />
        {places.length > 0 ? <Places group={group} /> : location && 'pointer' in location && <Place group={group} />}
        {acceptedByXero && ' Xero accepted it anyway.'} <InlineCode text={fix} />{' '}
        <Support certainty={certainty === 'certain' ? undefined : certainty} citation={citation} />
      </p>
    </li>
  );
}

function Place({ group: { finding } }: { group: CheckGroup }) {
  return <> {finding.location && <FindingLocation location={finding.location} />}</>;
}

/** More are only counted: the response has too little in common with what is documented. */
const MAX_PLACES = 12;

/** Names that link to their places in a body. */
function Places({ group: { places } }: { group: CheckGroup }) {
  const { openLocation } = usePanelState().selection;
  const shown = places.slice(0, MAX_PLACES);
  return (
    <>
      :{' '}
      {shown.map(({ name, location }, i) => (
        <Fragment key={i}>
          {i > 0 && ' '}
          <span class="listed">
            {location && 'pointer' in location ? (
              <button
                type="button"
                class="place"
                title={truncate(location.pointer, 200)}
                onClick={() => openLocation({ part: location.in, pointer: location.pointer })}
              >
                {name.replaceAll('`', '')}
              </button>
            ) : (
              <InlineCode text={name} />
            )}
            {i < shown.length - 1 && ','}
          </span>
        </Fragment>
      ))}
      {places.length > MAX_PLACES && ` and ${places.length - MAX_PLACES} more`}.
    </>
  );
}
