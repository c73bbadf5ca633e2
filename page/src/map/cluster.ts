import type { ByType, PlaceCount } from "../api/types";
import { groupOf, GROUPS } from "../groups";

/** From one shape of a spot to the next. */
export const APART = 11;
export const HEIGHT = 18;

export interface Spot {
  key: string;
  x: number;
  y: number;
  /** How much room its shapes take. */
  width: number;
  groups: number;
  events: number;
  types: ByType;
  places: PlaceCount[];
}

/** The groups of some types, a bit each: thousands of places are joined at each turn of the wheel. */
function groupsOf(types: ByType): number {
  let found = 0;
  for (const type in types) found |= 1 << GROUPS.indexOf(groupOf(type));
  return found;
}

function widthOf(groups: number): number {
  let n = 0;
  for (let rest = groups; rest; rest &= rest - 1) n++;
  return n * APART + 4;
}

/**
 * Places that would be drawn over one another, as one spot each, at the middle of their events. Only spots within
 * the drawing are given.
 */
export function cluster(
  places: readonly PlaceCount[],
  at: (place: PlaceCount) => [number, number] | null,
  width: number,
  height: number,
): Spot[] {
  let spots: Spot[] = [];
  for (const place of [...places].sort((a, b) => b.events - a.events)) {
    const point = at(place);
    if (!point || point[0] < 0 || point[1] < 0 || point[0] > width || point[1] > height) continue;
    const [x, y] = point;
    const key = `${place.geonameid ?? place.name}`;
    const { events, types } = place;
    const groups = groupsOf(types);
    add(spots, { key, x, y, width: widthOf(groups), groups, events, types: { ...types }, places: [place] });
  }
  // what has grown may have come to lie over its neighbour
  for (let before = Infinity; spots.length < before; ) {
    before = spots.length;
    const joined: Spot[] = [];
    for (const spot of spots) add(joined, spot);
    spots = joined;
  }
  return spots.sort((a, b) => b.events - a.events);
}

function add(spots: Spot[], spot: Spot): void {
  const under = spots.find((s) => overlap(s, spot));
  if (!under) spots.push(spot);
  else join(under, spot);
}

function overlap(a: Spot, b: Spot): boolean {
  return Math.abs(a.y - b.y) < HEIGHT && Math.abs(a.x - b.x) * 2 < a.width + b.width;
}

function join(spot: Spot, more: Spot): void {
  const share = more.events / (spot.events + more.events);
  spot.x += (more.x - spot.x) * share;
  spot.y += (more.y - spot.y) * share;
  spot.events += more.events;
  spot.places.push(...more.places);
  for (const type in more.types) spot.types[type] = (spot.types[type] ?? 0) + (more.types[type] ?? 0);
  spot.groups |= more.groups;
  spot.width = widthOf(spot.groups);
}

/** A step of 1 to 5 for a count, by its order of magnitude beside the greatest; 0 for none. */
export function step(n: number, most: number): number {
  if (!n) return 0;
  return most <= 1 ? 3 : 1 + Math.round((4 * Math.log(n)) / Math.log(most));
}
