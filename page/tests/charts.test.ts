import { expect, test } from "vitest";
import { lastDay, moved } from "../src/chart/time";
import { codeOfShape, countryName } from "../src/countries";
import { byGroup, GROUPS } from "../src/groups";
import { cluster, step } from "../src/map/cluster";
import { towards } from "../src/map/rove";
import { csv } from "../src/parts/table";

test("every group of types has a shape of its own", () => {
  expect(new Set(GROUPS.map((g) => g.shape)).size).toBe(GROUPS.length);
  expect(byGroup({ PROTEST: 2, ASSAULT: 3, SANCTION: 1, COERCE: 1 }).map(({ group, n }) => [group.id, n])).toEqual([
    ["violence", 3],
    ["protest", 2],
    ["pressure", 2],
  ]);
});

test("places that would lie over one another are one spot, at the middle of their events", () => {
  const place = (geonameid: number, lon: number, events: number) => {
    return { geonameid, name: `${geonameid}`, country: "SOM", lat: 5, lon, events, types: { ASSAULT: events } };
  };
  const spots = cluster([place(1, 5, 3), place(2, 9, 1), place(3, 45, 1), place(4, 500, 1)], (p) => [p.lon, p.lat], 100, 50);
  expect(spots.map((s) => [s.x, s.events, s.places.length])).toEqual([
    [6, 4, 2],
    [45, 1, 1],
  ]);
  expect(spots[0]?.types).toEqual({ ASSAULT: 4 });
});

test("shades rise with the counts", () => {
  expect([0, 1, 10, 100, 10_000].map((n) => step(n, 10_000))).toEqual([0, 1, 2, 3, 5]);
});

test("an arrow key goes to what lies that way", () => {
  const at = (key: string, x: number, y: number) => ({ key, x, y });
  const all = [at("here", 0, 0), at("near", 10, 2), at("far", 30, 0), at("below", 1, 10)];
  const here = all[0] as (typeof all)[number];
  expect(towards(here, all, [1, 0])?.key).toBe("near");
  expect(towards(here, all, [0, 1])?.key).toBe("below");
  expect(towards(here, all, [-1, 0])).toBeNull();
});

test("the handles of the timeline move by whole buckets", () => {
  const timeline = { unit: "month" as const, buckets: ["2021-01-01", "2021-02-01", "2021-04-01"].map((start) => ({ start, types: {} })) };
  expect(moved("ArrowRight", "Since", timeline, "2021-01-01")).toBe("2021-02-01");
  expect(moved("ArrowLeft", "Until", timeline, "2021-04-30")).toBe("2021-02-28");
  expect(moved("Home", "Since", timeline, "2021-02-01")).toBe("");
  expect(moved("x", "Since", timeline, "2021-02-01")).toBeNull();
  expect(lastDay("2024-02-01", "month")).toBe("2024-02-29");
});

test("shapes and codes of countries meet", () => {
  expect(codeOfShape("4", "Afghanistan")).toBe("AFG");
  expect(codeOfShape(undefined, "Kosovo")).toBe("XKX");
  expect(countryName("SOM")).toBe("Somalia");
  expect(countryName("IGO")).toBe("IGO");
});

test("a cell of CSV is never a formula", () => {
  expect(csv({ heads: ["name", "n"], rows: [["=1+1", 2], ['say "no", twice', null]] })).toBe(
    'name,n\r\n\'=1+1,2\r\n"say ""no"", twice",\r\n',
  );
});
