// The classes of private data that can be redacted, and the names that identify them.

/** In addition to tokens and cookies, which are always redacted. */
export type RedactionClass = 'tenants' | 'ids' | 'names' | 'emails';

export const redactionClasses: readonly RedactionClass[] = ['tenants', 'ids', 'names', 'emails'];

/** The classes to redact: all except `unredacted`, in which unknown names are ignored. */
export function enabledClasses(unredacted: readonly string[]): RedactionClass[] {
  return redactionClasses.filter((each) => !unredacted.includes(each));
}

/**
 * The class of values of a header, property or parameter of this name, singular or plural. `parent` is the name of the containing
 * property, because `id` alone is ambiguous. In forms, one name contains both, as in `model.ContactId` and `contact[id]`.
 */
export function classifyName(name: string, parent?: string): RedactionClass | undefined {
  const direct = classByName.get(name);
  if (direct !== undefined || name.length > MAX_NAME_CHARS) return direct;
  const parts = name.split(/[.[\]]+/).filter((part) => !/^\d*$/.test(part));
  const last = normalizeName(parts.at(-1) ?? '');
  if (!/^(?:id|uuid|guid)$/.test(last)) return classByName.get(last);
  const holder = parts.at(-2) ?? parent ?? '';
  return holder.length > MAX_NAME_CHARS ? undefined : classByName.get(`${normalizeName(holder).replace(/s$/, '')}id`);
}

function normalizeName(name: string): string {
  return name.toLowerCase().replace(/^x-/, '').replace(/[_-]/g, '');
}

/** Whether a name is plural: `names` contains names, whereas an array under `name` contains messages about one. */
export function isListName(name: string): boolean {
  return /s$/i.test(name);
}

const MAX_NAME_CHARS = 60;

const namesByClass: Readonly<Record<RedactionClass, readonly string[]>> = {
  tenants: [
    'tenant',
    'tenantId',
    'xeroTenantId',
    'connectionId',
    'organisationId',
    'organizationId',
    'orgId',
    'xeroTenantShortcode',
    'tenantShortcode',
    'shortCode',
  ],
  ids: ['contactId', 'userId', 'xeroUserId', 'clientId'],
  names: [
    ...['name', 'description', 'firstName', 'lastName', 'givenName', 'familyName', 'fullName', 'displayName'],
    ...['userName', 'tenantName', 'contactName', 'projectName', 'taskName', 'organisationName', 'organizationName'],
    ...['middleName', 'legalName', 'orgName', 'companyName', 'clientName', 'customerName', 'staffName', 'nickname'],
    ...['preferredUsername', 'attentionTo'],
  ],
  emails: ['email', 'emailAddress'],
};

const classByName = new Map(
  redactionClasses.flatMap((each) =>
    namesByClass[each].flatMap((name) =>
      [name, `${name}s`].flatMap((spelled) => [[spelled, each] as const, [spelled.toLowerCase(), each] as const]),
    ),
  ),
);
