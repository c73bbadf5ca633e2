import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CountryCount, PlaceCount } from "../api/types";
import { countryName } from "../countries";
import { Legend } from "../parts/glyph";
import { Save } from "../parts/save";
import { useWidth } from "../parts/size";
import { Behind, type Table } from "../parts/table";
import { byPlace, having, toggled } from "../state/filters";
import { filter, filters } from "../state/route";
import { counted, number } from "../text/format";
import { labelled } from "../text/visible";
import { GROUPS, toldByGroup } from "../groups";
import { cluster, step, type Spot } from "./cluster";
import { Land } from "./land";
import { countries, drawn, projection, type Shape } from "./shapes";
import { Spots } from "./spots";
import type { Target } from "./target";
import { useRoving } from "./rove";
import { useZoom, type Zoom } from "./zoom";

interface Props {
  places: readonly PlaceCount[];
  counts: readonly CountryCount[];
  unplaced: number;
}

/** Where events were: countries shaded by how many, places as the shapes of the groups told there. */
export function WorldMap({ places, counts, unplaced }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(holder);
  const height = Math.round(Math.min(Math.max(width * 0.49, 190), 720));
  const zoom = useZoom(svg, width, height);
  const by = useMemo(() => (width ? projection(width, height) : null), [width, height]);
  const shapes = useShapes(by);
  const { transform } = zoom;
  const spots = useMemo(() => {
    const at = (p: PlaceCount) => {
      const point = by?.([p.lon, p.lat]);
      return point ? transform.apply(point) : null;
    };
    return cluster(places, at, width, height);
  }, [places, by, transform, width, height]);
  const points = useMemo(() => places.map((p) => by?.([p.lon, p.lat]) ?? null).filter((p) => p !== null), [places, by]);
  const byCode = useMemo(() => new Map(counts.map((c) => [c.code, c])), [counts]);
  const onMap = [...landTargets(shapes, byCode, zoom), ...spots.map((spot) => spotTarget(spot, zoom))];
  const targets = onMap.filter((t) => t.x >= 0 && t.y >= 0 && t.x <= width && t.y <= height);
  const roving = useRoving(targets);
  const table = () => mapTable(places, counts);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "+" || event.key === "=") zoom.by(1.6);
    else if (event.key === "-") zoom.by(1 / 1.6);
    else if (event.key === "0") zoom.reset();
    else roving.onKeyDown(event);
  };
  return (
    <section class="panel map" aria-labelledby="map-title">
      <div class="panel-head">
        <h2 id="map-title">Where</h2>
        <span class="buttons" role="group" aria-label="Zoom">
          <button type="button" aria-label="Closer" onClick={() => zoom.by(1.6)}>+</button>
          <button type="button" aria-label="Farther" onClick={() => zoom.by(1 / 1.6)}>−</button>
          <button type="button" onClick={zoom.reset}>World</button>
          <button type="button" onClick={() => zoom.fit(points)}>Events</button>
        </span>
        <Save chart={svg} table={table} name="map" />
      </div>
      <div ref={holder} class="map-holder">
        <svg
          ref={svg}
          width={width}
          height={height}
          role="group"
          aria-label="Map of the events. Arrow keys go from one country or place to the next, Enter chooses it, plus and minus zoom."
          onKeyDown={keys}
        >
          <Land shapes={shapes} counts={byCode} targets={targets} spots={spots} transform={transform} current={roving.current} choose={roving.choose} />
          <Spots spots={spots} targets={targets} current={roving.current} choose={roving.choose} />
        </svg>
      </div>
      <div class="panel-foot">
        <Legend />
        <Shades most={Math.max(0, ...counts.map((c) => c.events))} />
        {unplaced > 0 && <p class="note">{counted(unplaced, "event")} without a place are not on the map.</p>}
      </div>
      <Behind table={table} title="The map" />
    </section>
  );
}

function useShapes(by: ReturnType<typeof projection> | null): Shape[] {
  const [shapes, set] = useState<Shape[]>([]);
  useEffect(() => {
    let stale = false;
    if (by) countries().then((all) => stale || set(drawn(all, by)), () => stale || set([]));
    return () => {
      stale = true;
    };
  }, [by]);
  return shapes;
}

function landTargets(shapes: readonly Shape[], counts: Map<string, CountryCount>, { transform }: Zoom): Target[] {
  return shapes.flatMap((shape) => {
    const count = shape.code ? counts.get(shape.code) : undefined;
    if (!count) return [];
    const [x, y] = transform.apply([shape.x, shape.y]);
    const label = `${countryName(count.code)}: ${counted(count.events, "event")} (${toldByGroup(count.types)})`;
    const pressed = filters.value.country?.includes(count.code) ?? false;
    return [{ key: count.code, x, y, label, pressed, act: () => filter(toggled(filters.value, "country", count.code)) }];
  });
}

function spotTarget(spot: Spot, zoom: Zoom): Target {
  const [first] = spot.places;
  const names = spot.places.slice(0, 3).map((p) => labelled(p.name)).join(", ");
  const more = spot.places.length > 3 ? ` and ${spot.places.length - 3} more places` : "";
  const label = `${names}${more}: ${counted(spot.events, "event")} (${toldByGroup(spot.types)})`;
  const only = spot.places.length === 1 && first ? byPlace(first) : null;
  const pressed = only !== null && (filters.value[only.name]?.includes(only.value) ?? false);
  const choose = () => only && filter(having(filters.value, only.name, pressed ? "" : only.value));
  const closer = () => {
    const [x, y] = zoom.transform.invert([spot.x, spot.y]);
    zoom.to(x, y, Math.min(zoom.transform.k * 2.5, 24));
  };
  return { key: `spot ${spot.key}`, x: spot.x, y: spot.y, label, pressed, act: only ? choose : closer };
}

function Shades({ most }: { most: number }) {
  if (!most) return null;
  const bounds = [1, 2, 3, 4, 5].map((s) => Math.max(1, Math.ceil(most ** ((s - 1.5) / 4))));
  const steps = most === 1 ? [3] : [1, 2, 3, 4, 5].filter((s) => step(bounds[s - 1] as number, most) === s);
  return (
    <ul class="legend shades" aria-label="Shades: events in the country">
      {steps.map((s) => (
        <li key={s}>
          <span class={`swatch shade-${s}`} /> {most === 1 ? "1" : `${number(bounds[s - 1] as number)}+`}
        </li>
      ))}
    </ul>
  );
}

function mapTable(places: readonly PlaceCount[], counts: readonly CountryCount[]): Table {
  const sums = (types: Record<string, number>) =>
    GROUPS.map((g) => g.types.reduce((sum, t) => sum + (types[t] ?? 0), 0));
  const heads = ["country", "place", "latitude", "longitude", "events", ...GROUPS.map((g) => g.title)];
  const whole = counts.map((c) => [countryName(c.code), null, null, null, c.events, ...sums(c.types)]);
  const points = places.map((p) => [p.country ? countryName(p.country) : null, p.name, p.lat, p.lon, p.events, ...sums(p.types)]);
  return { heads, rows: [...whole, ...points] };
}
