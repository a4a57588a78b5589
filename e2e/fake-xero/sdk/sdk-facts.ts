// Facts about the Projects API by name, extracted from the generated code of Xero's official SDK for Node.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ProjectApi } from 'xero-node/dist/gen/api/projectApi.js';
import * as models from 'xero-node/dist/gen/model/projects/models.js';

/** For example `Task.rate` to `Amount`, `getTasks` to `GET /Projects/{projectId}/Tasks`, `getTasks ?page` to `number`. */
export type Facts = Readonly<Record<string, string>>;

export function sdkFacts(): Facts {
  return { ...entityFacts(), ...operationFacts() };
}

interface Attribute {
  readonly baseName: string;
  readonly type: string;
}

function entityFacts(): Facts {
  const facts: Record<string, string> = {};
  for (const [entity, model] of Object.entries(models)) {
    if (!('attributeTypeMap' in model)) continue;
    const declared = declarationOf(entity);
    for (const { baseName, type } of model.attributeTypeMap as Attribute[]) {
      const optional = new RegExp(`^    '${baseName}'\\?:`, 'm').test(declared);
      facts[`${entity}.${baseName}`] = valuesOf(type) ?? type;
      facts[`${entity}.${baseName} required`] = optional ? 'no' : 'yes';
    }
  }
  return facts;
}

function operationFacts(): Facts {
  const facts: Record<string, string> = {};
  for (const name of Object.getOwnPropertyNames(ProjectApi.prototype)) {
    const code = sourceOf(name);
    const path = /localVarPath = this\.basePath \+ '([^']+)'/.exec(code)?.[1];
    if (path === undefined) continue;
    facts[name] = `${/method: '(\w+)'/.exec(code)?.[1]} ${path}`;
    facts[`${name} body`] = /data: models_1\.ObjectSerializer\.serialize\(\w+, "(\w+)"\)/.exec(code)?.[1] ?? 'none';
    facts[`${name} response`] = /ObjectSerializer\.deserialize\(response\.data, "(\w+)"\)/.exec(code)?.[1] ?? 'none';
    facts[`${name} Idempotency-Key`] = code.includes("localVarHeaderParams['Idempotency-Key']") ? 'yes' : 'no';
    for (const [, parameter, type = ''] of code.matchAll(
      /localVarQueryParameters\['([^']+)'\] = models_1\.ObjectSerializer\.serialize\(\w+, "([^"]+)"\)/g,
    )) {
      facts[`${name} ?${parameter}`] = valuesOf(type) ?? type;
    }
  }
  return facts;
}

/** The values of an enum; `undefined` for other types. */
function valuesOf(type: string): string | undefined {
  const [first = '', second] = type.split('.');
  const found = (models as Readonly<Record<string, unknown>>)[first];
  const values = second === undefined ? found : (found as Record<string, unknown>)[second];
  if (typeof values !== 'object' || values === null) return undefined;
  // The generated code has each value twice: under its key, and the key under the value.
  const written = new Set<string>();
  const wire: string[] = [];
  for (const [key, value] of Object.entries(values as Record<string, string>)) {
    if (!written.has(key)) wire.push(value);
    written.add(key).add(value);
  }
  return `one of ${wire.sort().join(' ')}`;
}

/** Only the declaration says what is required. */
function declarationOf(entity: string): string {
  const file = `xero-node/dist/gen/model/projects/${entity.charAt(0).toLowerCase()}${entity.slice(1)}`;
  return readFileSync(
    createRequire(import.meta.url)
      .resolve(`${file}.js`)
      .replace(/\.js$/, '.d.ts'),
    'utf8',
  );
}

function sourceOf(name: string): string {
  const found = Object.getOwnPropertyDescriptor(ProjectApi.prototype, name)?.value;
  return typeof found === 'function' && name !== 'constructor' ? String(found) : '';
}
