// Calls a FHIR door with npm fhir-kit-client and prints what came back as one JSON object. Usage: node fhir-kit-client.mjs BASE
import { Client } from 'fhir-kit-client';

const client = new Client({ baseUrl: process.argv[2] });
const report = {};

const statement = await client.capabilityStatement();
report.metadata = statement.fhirVersion;

const created = await client.create({ resourceType: 'Patient', body: { resourceType: 'Patient', name: [{ family: 'PAT-TROIS' }] } });
const { response } = Client.httpFor(created);
report.created = response.status;
report.location = response.headers.get('location');

const answer = await client.operation({
  name: 'submit',
  resourceType: 'CoverageEligibilityRequest',
  input: { resourceType: 'CoverageEligibilityRequest', status: 'active', purpose: ['validation'], patient: { identifier: { value: '1' } }, created: '2026-01-02', insurer: { display: 'x' } },
});
report.submitted = answer.resourceType;

try {
  await client.search({ resourceType: 'Patient', searchParams: { name: 'x' } });
} catch (error) {
  report.searched = error.response.status;
  report.issue = error.response.data.issue[0].details.coding[0].code;
}

process.stdout.write(JSON.stringify(report));
