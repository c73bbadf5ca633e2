import type { Field } from "../api/types";

export type Verdict = "alone" | "agreed" | "differs";

/**
 * Whether independent witnesses tell the same of a field. What one witness tells in several ways is no conflict, nor
 * are figures of different kinds.
 */
export function verdict({ name, versions }: Field): Verdict {
  const told = new Map<string, Map<string, Set<string>>>(); // kind → witness → values
  for (const { value, tellings } of versions) {
    const kind = name === "how many" ? value.replace(/^\S+ /, "") : "";
    for (const { witness } of tellings) entry(entry(told, kind, () => new Map()), witness, () => new Set()).add(value);
  }
  const kinds = [...told.values()].filter((byWitness) => byWitness.size > 1);
  if (!kinds.length) return "alone";
  const same = kinds.every((byWitness) => new Set([...byWitness.values()].map((v) => [...v].sort().join("\n"))).size === 1);
  return same ? "agreed" : "differs";
}

function entry<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const found = map.get(key) ?? made();
  map.set(key, found);
  return found;
}
