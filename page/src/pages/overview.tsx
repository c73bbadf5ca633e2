import { useEffect, useState } from "preact/hooks";
import type { Format, Overview, Page, Row } from "../api/types";
import { useResource, usePages } from "../api/use";
import { TimelineChart } from "../chart/timeline";
import { WorldMap } from "../map/map";
import { Chips } from "../parts/chips";
import { Choose } from "../parts/choose";
import { Facets } from "../parts/facets";
import { EventList } from "../parts/row";
import { Empty, Failed, More, Waiting } from "../parts/states";
import { format, withQuery } from "../state/filters";
import { say } from "../state/live";
import { filter, filters, local } from "../state/route";
import { counted, number } from "../text/format";

const SORTS = [
  ["-date", "newest first"],
  ["date", "oldest first"],
  ["-published", "last published"],
  ["-witnesses", "most witnesses"],
  ["-confidence", "most certain"],
  ["type", "type"],
  ["country", "country"],
] as const;

/**
 * Map, timeline and list over one set of filters. The list is asked for by itself and painted first: it is what one
 * waits for, and takes the server a part of the time.
 */
export function OverviewPage() {
  const query = format(filters.value, { sort: local("sort", SORTS[0][0]) });
  const list = useResource<Page<Row>>(`/links?${query}`);
  const answered = list.path?.split("?")[1];
  const { data, error, busy } = useResource<Overview>(answered === undefined ? null : `/overview?${answered}&limit=1`);
  const wide = useWide();
  const drawn = useLater(data);
  useEffect(() => {
    if (list.data && data) say(`${counted(list.data.total, "event")} of ${number(data.all.events)}`);
  }, [list.data, data?.all.events]);
  if (!list.data) return <Waiting error={list.error} />;
  return (
    <div class="overview" aria-busy={list.busy || busy || drawn !== data}>
      <h1 class="aside">Overview</h1>
      <details class="filters" open={wide}>
        <summary>Filters</summary>
        <Facets facets={data?.facets ?? {}} />
      </details>
      <div class="views">
        <div class="counts">
          <Total events={list.data.total} overview={data} />
          <Chips />
        </div>
        {(list.error ?? error) && <Failed error={(list.error ?? error) as Error} />}
        {drawn && <WorldMap places={drawn.places} counts={drawn.countries} unplaced={drawn.unplaced} />}
        {drawn && <TimelineChart timeline={drawn.timeline} undated={drawn.undated} />}
      </div>
      <Listed first={list.data} query={answered ?? ""} />
    </div>
  );
}

function Total({ events, overview }: { events: number; overview: Overview | null }) {
  return (
    <p class="total">
      <strong>{number(events)}</strong> {events === 1 ? "event" : "events"}
      {overview && (
        <>
          {overview.all.events !== events && ` of ${number(overview.all.events)}`} · {counted(overview.total.mentions, "mention")}{" "}
          · {counted(overview.total.articles, "article")}
        </>
      )}
    </p>
  );
}

function Listed({ first, query }: { first: Page<Row>; query: string }) {
  const pages = usePages(first, withQuery("/links", query));
  return (
    <section class="panel list" aria-labelledby="list-title">
      <div class="panel-head">
        <h2 id="list-title">Events</h2>
        <Choose label="Order" name="sort" choices={SORTS} />
      </div>
      <Download />
      {first.total === 0 && (
        <Empty>
          No event fits these filters.{" "}
          <button type="button" class="inline" onClick={() => filter({})}>
            Clear all
          </button>
        </Empty>
      )}
      <EventList rows={pages.items} label="Events" query={query} />
      <More pages={pages} />
    </section>
  );
}

/** The events that fit, in any of the formats that others use. */
function Download() {
  const formats = useResource<Format[]>("/formats").data ?? [];
  const [chosen, choose] = useState("");
  if (!formats.length) return null;
  const name = chosen || (formats[0]?.name ?? "");
  return (
    <div class="download">
      <label class="field">
        <span class="aside">Format of the download</span>
        <select value={name} onChange={(e) => choose(e.currentTarget.value)}>
          {formats.map((f) => (
            <option key={f.name} value={f.name}>
              {f.title}
            </option>
          ))}
        </select>
      </label>
      <a class="button" download href={withQuery(`/api/export/${name}`, format(filters.value))}>
        Download
      </a>
    </div>
  );
}

/** A value a frame or two later, so that lists are painted before drawings are begun. */
function useLater<T>(value: T): T {
  const [later, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(() => value), 30);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}

/** Whether there is room for the filters to stand open beside the rest. */
function useWide(): boolean {
  const [wide, set] = useState(() => window.matchMedia("(min-width: 60rem)").matches);
  useEffect(() => {
    const query = window.matchMedia("(min-width: 60rem)");
    const tell = () => set(query.matches);
    query.addEventListener("change", tell);
    return () => query.removeEventListener("change", tell);
  }, []);
  return wide;
}
