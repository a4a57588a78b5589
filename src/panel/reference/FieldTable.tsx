// The fields of an entity or the parameters of an operation as a table.

import type { FieldRow, SpecDiscrepancy } from '../../catalogue/schema.ts';
import type { Field } from '../../core/reference/entry.ts';
import { BasisBadge } from '../ui/Citation.tsx';
import { EntryLink, EntryText } from './EntryLink.tsx';

export function FieldTable({
  title,
  entityId,
  fields,
}: {
  title: string;
  entityId?: string | undefined;
  fields: readonly Field[];
}) {
  return (
    <>
      <h2>
        {title}
        {entityId && (
          <>
            {' '}
            <EntryLink to={entityId} />
          </>
        )}
      </h2>
      <table class="fields" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning and rule</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Row key={field.row.name} field={field} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ field: { row, limits } }: { field: Field }) {
  return (
    <tr>
      <th scope="row">
        <code>{breakable(row.name)}</code>
        <Requirement row={row} />
      </th>
      <td>
        <Type row={row} />
        {limits.map((limit) => (
          <span key={limit} class="limit">
            <EntryText text={limit} />
          </span>
        ))}
      </td>
      <td>
        <EntryText text={row.meaning} />
        <span class="rule">
          <EntryText text={row.rule} />
        </span>
        {row.values && <Values values={row.values} rule={row.rule} />}
        {row.differences && <SpecDiscrepancies differences={row.differences} />}
      </td>
      <td>
        <BasisBadge citation={row.citation} />
      </td>
    </tr>
  );
}

/** Lets a camel-case name wrap before its capitals. */
function breakable(name: string) {
  return name.split(/(?=[A-Z])/).flatMap((word, i) => (i === 0 ? word : [<wbr key={i} />, word]));
}

function Requirement({ row: { required, requiredOn, readOnly } }: { row: FieldRow }) {
  if (readOnly) return <span class="need">read-only</span>;
  if (!required) return null;
  return <span class="need required">required{requiredOn ? ` on ${requiredOn.join(', ')}` : ''}</span>;
}

function Type({ row: { type, itemType } }: { row: FieldRow }) {
  if (itemType === undefined) return <>{type}</>;
  return (
    <>
      {type === 'list' ? 'list of ' : ''}
      <EntryLink to={`entity/${itemType}`}>{itemType}</EntryLink>
    </>
  );
}

/** Longer lists are collapsed. */
const MAX_VALUES_SHOWN = 8;

/** Omitted if the rule lists all values. */
function Values({ values, rule }: { values: readonly string[]; rule: string }) {
  if (values.every((value) => rule.includes(value))) return null;
  const list = <code>{values.join(', ')}</code>;
  if (values.length <= MAX_VALUES_SHOWN) return <span class="values">{list}</span>;
  return (
    <details class="values">
      <summary>{values.length} values</summary>
      {list}
    </details>
  );
}

/** Where the specification and the live API disagree. */
export function SpecDiscrepancies({ differences }: { differences: readonly SpecDiscrepancy[] }) {
  return (
    <ul class="differences" aria-label="Differences">
      {differences.map(({ specification, live, citation }) => (
        <li key={live}>
          <span class="label">Specification:</span> <EntryText text={specification} />.{' '}
          <span class="label">Live API:</span> <EntryText text={live} />. <BasisBadge citation={citation} />
        </li>
      ))}
    </ul>
  );
}
