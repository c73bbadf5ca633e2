import { geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import type { FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlasAddress from "world-atlas/countries-50m.json?url";
import { codeOfShape } from "../countries";

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Countries = FeatureCollection<Geometry, { name: string }>;

export interface Shape {
  key: string;
  /** ISO alpha-3; null for what the record never names as a country. */
  code: string | null;
  path: string;
  /** The middle, in units of the drawing. */
  x: number;
  y: number;
  /** The smaller side of its box: whether there is room for a number. */
  room: number;
}

let asked: Promise<Countries> | null = null;

/** The countries of Natural Earth at 1:50 million, loaded once. */
export function countries(): Promise<Countries> {
  asked ??= fetch(atlasAddress)
    .then((answer) => answer.json() as Promise<Atlas>)
    .then((atlas) => feature(atlas, atlas.objects.countries) as Countries);
  return asked;
}

export function projection(width: number, height: number): GeoProjection {
  return geoEqualEarth()
    .rotate([-11, 0])
    .fitExtent(
      [
        [4, 4],
        [width - 4, height - 4],
      ],
      // all but the ice of the south
      { type: "MultiPoint", coordinates: [[-168, 0], [190, 0], [11, 83], [11, -56]] },
    );
}

export function drawn(from: Countries, by: GeoProjection): Shape[] {
  const path = geoPath(by).digits(1);
  return from.features.flatMap((country, i) => {
    const d = path(country);
    if (!d || country.properties.name === "Antarctica") return [];
    const [x, y] = path.centroid(country);
    const [[left, top], [right, bottom]] = path.bounds(country);
    const code = codeOfShape(country.id as string | undefined, country.properties.name);
    return [{ key: `${i}`, code, path: d, x, y, room: Math.min(right - left, bottom - top) }];
  });
}
