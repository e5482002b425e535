// The package amends some R4 definitions (elements of R5 in ResearchStudy and EvidenceVariable, Meta.account, Binary.url …).
// Its untouched list of R4 data elements says which elements the standard has: others go, those that were replaced come back.

export class Standard {
  #elements = new Map();
  #ids = new Set();

  constructor(dataElements) {
    for (const structure of dataElements) {
      const element = structure.snapshot.element[0];
      this.#elements.set(element.path, element);
      this.#ids.add(structure.id);
    }
  }

  // Ids are cut at 64 characters, and of those that became equal the list kept one: a long path may be found by its id only.
  #lists(path) {
    return this.#elements.has(path) || this.#ids.has(`de-${path.replace('[x]', 'X')}`.slice(0, 64));
  }

  /** The structure as the standard has it, undefined when R4 does not have it at all. */
  restore(structure) {
    if (structure.fhirVersion !== '4.0.1') {
      return undefined;
    }

    const own = structure.snapshot.element;
    const kept = own.filter((element) => this.#isStandard(element, own));
    const paths = new Set(own.map((element) => element.path));
    for (const [path, element] of this.#elements) {
      const parent = path.slice(0, path.lastIndexOf('.'));
      if (!paths.has(path) && paths.has(parent) && path.startsWith(`${structure.type}.`)) {
        kept.splice(this.#placeOf(path, parent, kept), 0, element);
      }
    }

    return { ...structure, snapshot: { element: kept } };
  }

  #isStandard(element, all) {
    return (
      !element.path.includes('.') ||
      element.contentReference !== undefined ||
      this.#lists(element.path) ||
      all.some((other) => other.path.startsWith(`${element.path}.`) && this.#lists(other.path)) ||
      (element.base.path !== element.path && all.some((other) => other.path === parentOf(element.path) && this.#isStandard(other, all)))
    );
  }

  // After the last kept element that the standard lists before it under the same parent.
  #placeOf(path, parent, kept) {
    const siblings = [...this.#elements.keys()].filter((candidate) => parentOf(candidate) === parent);
    const before = siblings.slice(0, siblings.indexOf(path));
    return kept.findLastIndex((element) => before.some((sibling) => element.path === sibling || element.path.startsWith(`${sibling}.`))) + 1;
  }
}

const parentOf = (path) => path.slice(0, path.lastIndexOf('.'));
