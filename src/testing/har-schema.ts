// The schema of HAR 1.2, as the package har-schema has it.

import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);
const schemas = require('har-schema') as Record<string, object>;

// Its draft of JSON Schema is no longer built into ajv, and it has its own keywords.
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

/** The errors in a file; empty if it is a valid HAR. */
export function harErrors(text: string): string[] {
  const isValid = ajv.validate('har.json', JSON.parse(text));
  return isValid ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
