// What can be taken out of exchanges, and by which names it is known.

/** Beside tokens and cookies, which are always taken out. */
export type RedactionClass = 'tenants' | 'ids' | 'names' | 'emails';

export const redactionClasses: readonly RedactionClass[] = ['tenants', 'ids', 'names', 'emails'];

/** The classes that are taken out, by the setting that names those that are not: whatever else it says is passed over. */
export function classesWithout(unredacted: string): RedactionClass[] {
  const named = new Set(unredacted.split(/\s+/));
  return redactionClasses.filter((each) => !named.has(each));
}

/** What a property or a parameter of this name holds; lists of ids are named in the plural. */
export function classOf(name: string): RedactionClass | undefined {
  if (name.length > longestName) return undefined;
  return known.get(name) ?? known.get(name.toLowerCase().replace(/[_-]/g, ''));
}

/** Characters. */
const longestName = 40;

const namesOf: Readonly<Record<RedactionClass, readonly string[]>> = {
  tenants: ['tenantId', 'xeroTenantId', 'connectionId', 'organisationId', 'organizationId', 'orgId'],
  ids: ['contactId', 'userId', 'xeroUserId', 'clientId'],
  names: [
    ...['name', 'description', 'firstName', 'lastName', 'givenName', 'familyName', 'fullName', 'displayName'],
    ...['userName', 'tenantName', 'contactName', 'projectName', 'taskName', 'organisationName', 'organizationName'],
  ],
  emails: ['email', 'emailAddress'],
};

const known = new Map(
  redactionClasses.flatMap((each) =>
    namesOf[each].flatMap((name) =>
      [name, `${name}s`].flatMap((spelled) => [[spelled, each] as const, [spelled.toLowerCase(), each] as const]),
    ),
  ),
);
