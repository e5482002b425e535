// One StructureDefinition as rows: T (type), E (element of the type above), I (invariant of the type or element above).

const typeExtension = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';
const regexExtension = 'http://hl7.org/fhir/StructureDefinition/regex';

// Errors of the R4 definitions that later releases corrected. FHIRPath's own test suite says that a FHIR boolean is not a Boolean (que-7);
// as() takes one item, ofType() many (dom-3); the id of a resource is of type id, as the page of Resource says, not a string (below).
const errata = new Map([
  ['que-7', [/answer is Boolean/g, 'answer is boolean']],
  ['dom-3', [/\bas\(/g, 'ofType(']],
]);

const expressionOf = (constraint) => {
  const [wrong, right] = errata.get(constraint.key) ?? ['', ''];
  return constraint.expression.replace(wrong, right).replace(/\s+/g, ' ');
};

const extensionOf = (node, url) => node.extension?.find((extension) => extension.url === url);

export function describeType(structure, roots, bindings) {
  const elements = structure.snapshot.element;
  const components = elements.filter((element) => isComponent(element, elements));
  const kind = structure.kind === 'resource' ? 'resource' : structure.kind === 'primitive-type' ? 'primitive' : 'complex';
  const rows = describe(structure.type, kind, nameOfBase(structure), elements[0], structure);
  for (const component of components) {
    rows.push(...describe(component.path, 'component', component.type[0].code, component, structure));
  }

  return rows;

  function describe(name, kindOfType, base, root) {
    const described = [row('T', name, kindOfType, base, structure.abstract && root === elements[0] ? 'abstract' : '', regexOf(kindOfType))];
    described.push(...invariants(root, inherited([base])));
    for (const element of elements.filter((candidate) => parentOf(candidate.path) === name && !isSystemValue(candidate))) {
      described.push(...describeElement(element));
    }

    return described;
  }

  function describeElement(element) {
    const types = typesOf(element);
    const binding = element.binding?.strength === 'required' ? element.binding.valueSet?.split('|')[0] : undefined;
    if (binding) {
      bindings.add(binding);
    }

    const name = element.path.slice(element.path.lastIndexOf('.') + 1);
    const described = [row('E', name, String(element.min), element.max, types.join('|'), binding ?? '')];
    if (!components.includes(element) && !element.contentReference) {
      described.push(...invariants(element, inherited(types)));
    }

    return described;
  }

  function typesOf(element) {
    if (element.contentReference) {
      return [element.contentReference.slice(element.contentReference.indexOf('#') + 1)];
    }

    if (components.includes(element)) {
      return [element.path];
    }

    if (element.base?.path === 'Resource.id') {
      return ['id'];
    }

    return element.type.map((type) => (extensionOf(type, typeExtension)?.valueUrl ?? type.code).replace('http://hl7.org/fhirpath/System.', '').replace('String', 'string'));
  }

  function regexOf(kindOfType) {
    if (kindOfType !== 'primitive') {
      return '';
    }

    const value = elements.find((element) => element.path === `${structure.type}.value`);
    const type = value?.type?.[0];
    return (type && extensionOf(type, regexExtension)?.valueString) ?? '';
  }

  function inherited(types) {
    const keys = new Set();
    for (const type of types) {
      for (const constraint of roots.get(type)?.constraint ?? []) {
        keys.add(constraint.key);
      }
    }

    return keys;
  }

  function invariants(element, known) {
    return (element.constraint ?? [])
      .filter((constraint) => constraint.expression && !known.has(constraint.key) && (constraint.key !== 'ele-1' || structure.type === 'Element'))
      .map((constraint) => row('I', constraint.key, constraint.severity, expressionOf(constraint)));
  }
}

// The value of a primitive is its JSON value, not an element.
const isSystemValue = (element) => element.path.endsWith('.value') && element.type?.[0]?.code.startsWith('http://hl7.org/fhirpath/System.') === true;

const nameOfBase = (structure) => structure.baseDefinition?.slice(structure.baseDefinition.lastIndexOf('/') + 1) ?? '';

const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('.')));

// A component is an element with elements of its own; its type is named by its path.
const isComponent = (element, elements) =>
  element.path.includes('.') && !element.contentReference && elements.some((candidate) => parentOf(candidate.path) === element.path);

function row(...cells) {
  while (cells.at(-1) === '') {
    cells.pop();
  }

  return cells;
}
