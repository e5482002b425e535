// Expands the value sets that can be listed; undefined stands for an open one (all of MIME types, languages, UCUM …).

export class Terminology {
  #codeSystems = new Map();
  #valueSets = new Map();

  constructor(resources) {
    for (const resource of resources) {
      if (resource.resourceType === 'CodeSystem') {
        this.#codeSystems.set(resource.url, resource);
      } else if (resource.resourceType === 'ValueSet') {
        this.#valueSets.set(resource.url, resource);
      }
    }
  }

  /** Map of system to set of codes, undefined when the value set cannot be listed. */
  expand(url) {
    const valueSet = this.#valueSets.get(url.split('|')[0]);
    if (!valueSet?.compose) {
      return undefined;
    }

    const result = new Map();
    for (const include of valueSet.compose.include) {
      const part = this.#part(include);
      if (!part) {
        return undefined;
      }

      for (const [system, codes] of part) {
        result.set(system, new Set([...(result.get(system) ?? []), ...codes]));
      }
    }

    for (const exclude of valueSet.compose.exclude ?? []) {
      for (const [system, codes] of this.#part(exclude) ?? []) {
        codes.forEach((code) => result.get(system)?.delete(code));
      }
    }

    return result;
  }

  #part(include) {
    if (!include.system) {
      return (include.valueSet ?? []).map((url) => this.expand(url)).reduce(intersect, null) ?? undefined;
    }

    if (include.concept) {
      return new Map([[include.system, new Set(include.concept.map((concept) => concept.code))]]);
    }

    const codeSystem = this.#codeSystems.get(include.system);
    if (!codeSystem?.concept || (codeSystem.content !== 'complete' && codeSystem.content !== undefined)) {
      return undefined;
    }

    const filters = include.filter ?? [];
    if (filters.some((filter) => filter.op !== 'is-a' && filter.op !== 'descendent-of')) {
      return undefined;
    }

    const parents = parentsOf(codeSystem);
    const codes = [...parents.keys()].filter((code) => filters.every((filter) => matches(filter, code, parents)));
    return new Map([[include.system, new Set(codes)]]);
  }
}

function intersect(left, right) {
  if (left === undefined || right === undefined) {
    return undefined;
  }

  if (left === null) {
    return right;
  }

  const result = new Map();
  for (const [system, codes] of left) {
    result.set(system, new Set([...codes].filter((code) => right.get(system)?.has(code))));
  }

  return result;
}

// Every code with its parents: by nesting, and by the property that v3 code systems use.
function parentsOf(codeSystem) {
  const parents = new Map();
  const walk = (concepts, parent) => {
    for (const concept of concepts) {
      const known = parents.get(concept.code) ?? new Set();
      if (parent) {
        known.add(parent);
      }

      for (const property of concept.property ?? []) {
        if (property.code === 'subsumedBy') {
          known.add(property.valueCode);
        }
      }

      parents.set(concept.code, known);
      walk(concept.concept ?? [], concept.code);
    }
  };
  walk(codeSystem.concept, undefined);
  return parents;
}

function matches(filter, code, parents) {
  const isBelow = (candidate) => [...(parents.get(candidate) ?? [])].some((parent) => parent === filter.value || isBelow(parent));
  return isBelow(code) || (filter.op === 'is-a' && code === filter.value);
}
