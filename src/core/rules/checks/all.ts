// Every check, in the order in which findings of one severity are shown. One more check is one file and one line here.

import { check as acceptNotJson } from './accept-not-json.ts';
import { check as bodyContentType } from './body-content-type.ts';
import { check as bodyMissing } from './body-missing.ts';
import { check as bodyNotJson } from './body-not-json.ts';
import type { Check } from './check.ts';
import { check as contactOnUpdate } from './contact-on-update.ts';
import { check as cookiesForwarded } from './cookies-forwarded.ts';
import { check as currencyUnknown } from './currency-unknown.ts';
import { check as dateUnreadable } from './date-invalid.ts';
import { check as dateNotUtc } from './date-not-utc.ts';
import { check as descriptionCleared } from './description-cleared.ts';
import { check as enumUnknown } from './enum-unknown.ts';
import { check as fieldMissing } from './field-missing.ts';
import { check as fieldType } from './field-type.ts';
import { check as fieldUnknown } from './field-unknown.ts';
import { check as headersTooLarge } from './headers-too-large.ts';
import { check as keyIgnored } from './idempotency-key-ignored.ts';
import { check as keyMissing } from './idempotency-key-missing.ts';
import { check as keyReplaysError } from './idempotency-key-replays-error.ts';
import { check as keyReused } from './idempotency-key-reused.ts';
import { check as keyTooLong } from './idempotency-key-too-long.ts';
import { check as numberAsText } from './number-as-string.ts';
import { check as numberNotWhole } from './number-not-integer.ts';
import { check as numberOutOfRange } from './number-out-of-range.ts';
import { check as pathIdMalformed } from './path-id-malformed.ts';
import { check as queryNotUtc } from './query-not-utc.ts';
import { check as queryOutOfRange } from './query-out-of-range.ts';
import { check as queryRepeated } from './query-repeated.ts';
import { check as queryUnknown } from './query-unknown.ts';
import { check as queryValue } from './query-value.ts';
import { check as rateMissing } from './rate-missing.ts';
import { check as answerEnumUnknown } from './response-enum-unknown.ts';
import { check as answerFieldMissing } from './response-field-missing.ts';
import { check as answerFieldType } from './response-field-type.ts';
import { check as answerFieldUnknown } from './response-field-unknown.ts';
import { check as statusOnUpdate } from './status-on-update.ts';
import { check as textEmpty } from './string-empty.ts';
import { check as textTooLong } from './string-too-long.ts';
import { check as tenantIsConnection } from './tenant-id-is-connection-id.ts';
import { check as tenantMissing } from './tenant-missing.ts';
import { check as tenantNotUuid } from './tenant-not-uuid.ts';
import { check as tokenExpired } from './token-expired.ts';
import { check as tokenExpiresSoon } from './token-expires-soon.ts';
import { check as tokenMissing } from './token-missing.ts';
import { check as tokenNotBearer } from './token-not-bearer.ts';
import { check as tokenNotJwt } from './token-not-jwt.ts';
import { check as tokenScope } from './token-scope.ts';
import { check as tokenWrongIssuer } from './token-wrong-issuer.ts';
import { check as operationUnknown } from './unsupported-operation.ts';
import { check as uuidMalformed } from './uuid-malformed.ts';

export const allChecks: readonly Check[] = [
  tokenMissing,
  tokenNotBearer,
  tokenNotJwt,
  tokenWrongIssuer,
  tokenExpired,
  tokenExpiresSoon,
  tokenScope,
  tenantMissing,
  tenantNotUuid,
  tenantIsConnection,
  operationUnknown,
  pathIdMalformed,
  queryUnknown,
  queryValue,
  queryOutOfRange,
  queryRepeated,
  queryNotUtc,
  bodyMissing,
  bodyNotJson,
  bodyContentType,
  fieldMissing,
  rateMissing,
  textEmpty,
  fieldType,
  numberAsText,
  textTooLong,
  enumUnknown,
  currencyUnknown,
  uuidMalformed,
  dateUnreadable,
  dateNotUtc,
  numberOutOfRange,
  numberNotWhole,
  fieldUnknown,
  contactOnUpdate,
  statusOnUpdate,
  descriptionCleared,
  keyMissing,
  keyTooLong,
  keyIgnored,
  keyReused,
  keyReplaysError,
  cookiesForwarded,
  headersTooLarge,
  acceptNotJson,
  answerFieldMissing,
  answerFieldUnknown,
  answerFieldType,
  answerEnumUnknown,
];
