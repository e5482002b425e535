// Prints schemas/hl7v2/hl7-2.5.yaml: every data type, segment, message structure and table of HL7 2.5 as facts, no prose.
// Usage: npm ci && node generate.mjs > ../../../schemas/hl7v2/hl7-2.5.yaml
// With --check FILE it compares instead, and exits 1 when the committed file differs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const dictionary = createRequire(import.meta.url)('hl7-dictionary');
const { fields: types, segments, messages } = dictionary.definitions['2.5'];

const usage = { 1: 'O', 2: 'R', 3: 'C' };
const clean = text => text.replaceAll(/\s+/g, ' ').trim();
const tableId = table => (table === undefined ? '-' : String(table).padStart(4, '0'));
const typeName = type => (type === 'VARIES' ? 'varies' : type);

// One row: position, type, usage, cardinality, length, table, section of the source, name.
function row(entry, position, isComponent) {
  const cardinality = isComponent ? '-' : `${entry.opt === 2 ? 1 : 0}..${entry.rep === 0 ? '*' : entry.rep}`;
  return [position + 1, typeName(entry.datatype), usage[entry.opt], cardinality, entry.len ?? '-', tableId(entry.table), '-', clean(entry.desc)].join(' ');
}

function block(name, title, rows) {
  return [`  ${name}: |`, `    ${clean(title)}`, ...rows.map(line => `    ${line}`)];
}

// A structure in the usual grammar: [optional], {repeated}, <one|of|these>.
function grammar(elements) {
  return elements.map(element => {
    let text = element.compounds ? `<${element.compounds.map(one => one.name ?? one).join('|')}>`
      : element.children ? grammar(element.children) : element.name;
    if (element.max === 0) text = `{${text}}`;
    if (element.min === 0) text = `[${text}]`;
    return element.children && element.min === 1 && element.max === 1 ? `(${text})` : text;
  }).join(' ');
}

const lines = [
  '# Facts of HL7 2.5, made by build/facts/hl7v2/generate.mjs. Do not edit: change the generator.',
  '# Rows: position, data type, usage, cardinality, length, table, section, name.',
  'schema: hl7v2/hl7',
  'version: "2.5"',
  'effective: 2003-07-01',
  'source: HL7 2.5, by npm hl7-dictionary 1.0.1 (MIT)',
  'status: published',
  'types:',
];
for (const name of Object.keys(types).sort()) {
  lines.push(...block(typeName(name), types[name].desc, types[name].subfields.map((entry, position) => row(entry, position, true))));
}

lines.push('segments:');
for (const name of Object.keys(segments).sort()) {
  lines.push(...block(name, segments[name].desc, segments[name].fields.map((entry, position) => row(entry, position, false))));
}

lines.push('structures: |');
for (const name of Object.keys(messages).sort()) {
  lines.push(`  ${name} ${grammar(messages[name].segments.segments)}`);
}

lines.push('codes: |');
for (const id of Object.keys(dictionary.tables).sort((left, right) => left - right)) {
  const table = dictionary.tables[id];
  const codes = Object.keys(table.values).map(clean).filter(code => code !== '' && !code.includes('...'));
  if (codes.some(code => code.includes(';'))) throw new Error(`table ${id} has a code with the separator`);
  lines.push(`  ${[tableId(id), clean(table.desc).replaceAll(';', ','), ...codes].join(';')}`);
}

const text = `${lines.join('\n')}\n`;
const check = process.argv.indexOf('--check');
if (check < 0) {
  process.stdout.write(text);
} else if (readFileSync(process.argv[check + 1], 'utf8') !== text) {
  console.error(`${process.argv[check + 1]} differs from what its generator makes`);
  process.exit(1);
}
