// Groups of event types that are never drawn alike: each has a colour (a CSS variable) and a shape of its own.
import type { ByType } from "./api/types";

export type GroupId = "violence" | "protest" | "pressure" | "words" | "talks" | "help";

export interface Group {
  id: GroupId;
  title: string;
  types: readonly string[];
  /** A path around (0, 0) in a box of 2 by 2. */
  shape: string;
}

export const GROUPS: readonly Group[] = [
  { id: "violence", title: "Violence", types: ["ASSAULT"], shape: star(8, 1.15, 0.5) },
  { id: "protest", title: "Protest", types: ["PROTEST"], shape: "M0-1 1 .85H-1Z" },
  { id: "pressure", title: "Force and pressure", types: ["COERCE", "MOBILIZE", "SANCTION"], shape: "M-.85-.85H.85V.85H-.85Z" },
  { id: "words", title: "Conflict in words", types: ["ACCUSE", "REJECT", "REQUEST", "THREATEN"], shape: "M0-1.1 1.1 0 0 1.1-1.1 0Z" },
  { id: "talks", title: "Cooperation in words", types: ["AGREE", "CONCEDE", "CONSULT", "SUPPORT"], shape: "M-1 0A1 1 0 1 0 1 0A1 1 0 1 0-1 0Z" },
  { id: "help", title: "Cooperation in deeds", types: ["AID", "COOPERATE", "RETREAT"], shape: "M-.38-1H.38V-.38H1V.38H.38V1H-.38V.38H-1V-.38H-.38Z" },
];

function star(points: number, outer: number, inner: number): string {
  const corners = Array.from({ length: points * 2 }, (_, i) => {
    const [r, a] = [i % 2 ? inner : outer, (Math.PI * i) / points - Math.PI / 2];
    return `${(r * Math.cos(a)).toFixed(2)} ${(r * Math.sin(a)).toFixed(2)}`;
  });
  return `M${corners.join("L")}Z`;
}

const byType = new Map(GROUPS.flatMap((g) => g.types.map((t) => [t, g] as const)));
const other = GROUPS[3] as Group;

/** The group of a type; types the codebook may yet gain count as conflict in words. */
export function groupOf(type: string): Group {
  return byType.get(type) ?? other;
}

/** Counts by type summed by group, in the order of GROUPS. */
export function byGroup(types: ByType): { group: Group; n: number }[] {
  const sums = new Map<Group, number>();
  for (const [type, n] of Object.entries(types)) sums.set(groupOf(type), (sums.get(groupOf(type)) ?? 0) + n);
  return GROUPS.flatMap((group) => (sums.has(group) ? [{ group, n: sums.get(group) as number }] : []));
}

/** "12 violence, 3 protest": for titles and screen readers. */
export function toldByGroup(types: ByType): string {
  return byGroup(types)
    .map(({ group, n }) => `${n.toLocaleString("en")} ${group.title.toLowerCase()}`)
    .join(", ");
}
