// What can be taken out of exchanges, and by which names it is known.

/** Beside tokens and cookies, which are always taken out. */
export type RedactionClass = 'tenants' | 'ids' | 'names' | 'emails';

export const redactionClasses: readonly RedactionClass[] = ['tenants', 'ids', 'names', 'emails'];

/** The classes to redact: all except `unredacted`, in which unknown names are ignored. */
export function enabledClasses(unredacted: readonly string[]): RedactionClass[] {
  return redactionClasses.filter((each) => !unredacted.includes(each));
}

/**
 * What a header, a property or a parameter of this name holds; lists of ids are named in the plural. `parent`: what holds the property,
 * for `id` alone tells nothing. A form writes both in one, as in `model.ContactId` and `contact[id]`.
 */
export function classifyName(name: string, parent?: string): RedactionClass | undefined {
  const direct = known.get(name);
  if (direct !== undefined || name.length > MAX_NAME_CHARS) return direct;
  const parts = name.split(/[.[\]]+/).filter((part) => !/^\d*$/.test(part));
  const last = plain(parts.at(-1) ?? '');
  if (!/^(?:id|uuid|guid)$/.test(last)) return known.get(last);
  const holder = parts.at(-2) ?? parent ?? '';
  return holder.length > MAX_NAME_CHARS ? undefined : known.get(`${plain(holder).replace(/s$/, '')}id`);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^x-/, '').replace(/[_-]/g, '');
}

/** Whether a name is that of a list: of names, not of messages about one. */
export function isListName(name: string): boolean {
  return /s$/i.test(name);
}

/** Characters. */
const MAX_NAME_CHARS = 60;

const namesOf: Readonly<Record<RedactionClass, readonly string[]>> = {
  tenants: ['tenant', 'tenantId', 'xeroTenantId', 'connectionId', 'organisationId', 'organizationId', 'orgId'],
  ids: ['contactId', 'userId', 'xeroUserId', 'clientId'],
  names: [
    ...['name', 'description', 'firstName', 'lastName', 'givenName', 'familyName', 'fullName', 'displayName'],
    ...['userName', 'tenantName', 'contactName', 'projectName', 'taskName', 'organisationName', 'organizationName'],
    ...['middleName', 'legalName', 'orgName', 'companyName', 'clientName', 'customerName', 'staffName', 'nickname'],
    ...['preferredUsername', 'attentionTo'],
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
