// Evaluates expressions with npm fhirpath over official examples. Standard input: [{"file", "expression"}], the file null for none;
// standard output: [{"items"} or {"error"}], where a complex item is written as "(complex)".
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const examples = fileURLToPath(new URL('./node_modules/hl7.fhir.r4.examples/', import.meta.url));
const resources = new Map();
const resource = (file) => {
  if (!resources.has(file)) resources.set(file, JSON.parse(readFileSync(examples + file, 'utf8')));
  return resources.get(file);
};

// FHIR and system types of fhirpath write themselves by toString; plain objects are complex.
const written = (item) => {
  if (item === null || item === undefined) return '';
  if (typeof item !== 'object') return String(item);
  const own = item.constructor?.name ?? 'Object';
  return own === 'Object' || own === 'Array' ? '(complex)' : String(item);
};

const evaluate = ({ file, expression }) => {
  try {
    const found = fhirpath.evaluate(file === null ? {} : resource(file), expression, {}, r4, { traceFn: () => {} });
    return { items: (Array.isArray(found) ? found : [found]).map(written) };
  } catch (error) {
    return { error: String(error.message ?? error).slice(0, 200) };
  }
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(evaluate)));
