import type { Row } from "../api/types";
import { useResource } from "../api/use";
import { actorPath, EventList } from "../parts/row";
import { Empty, Waiting } from "../parts/states";
import { Brief } from "../parts/words";
import { byPlace, format, having, withQuery } from "../state/filters";
import { local, part } from "../state/route";
import { counted } from "../text/format";

interface Found {
  events: Row[];
  actors: { name: string; code: string | null; events: number }[];
  places: { name: string; country: string | null; geonameid: number | null; events: number }[];
  articles: { id: string; title: string | null; url: string | null }[];
}

/** What the record has under some words: a few of each, and ways to all. */
export function SearchPage() {
  const q = local("q");
  const { data, error } = useResource<Found>(`/search?q=${part(q)}`);
  if (!data) return <Waiting error={error} />;
  const { events, actors, places, articles } = data;
  const nothing = !events.length && !actors.length && !places.length && !articles.length;
  return (
    <>
      <h1>
        Search: <Brief text={q} />
      </h1>
      {nothing && <Empty>The record has nothing under these words.</Empty>}
      <div class="columns">
        <Group title="Actors" items={actors.map((a) => [actorPath(a), a.code ? `${a.name} (${a.code})` : a.name, counted(a.events, "event")])} />
        <Group
          title="Places"
          items={places.map((p) => {
            const { name, value } = byPlace(p);
            const told = p.country ? `${p.name} (${p.country})` : p.name;
            return [withQuery("/", format(having({}, name, value))), told, counted(p.events, "event")];
          })}
        />
        <Group title="Articles" items={articles.map((a) => [`/article/${part(a.id)}`, a.title ?? a.url ?? a.id, ""])} />
      </div>
      {events.length > 0 && (
        <section class="panel" aria-labelledby="found-title">
          <h2 id="found-title">Events</h2>
          <EventList rows={events} label="Events found" />
          <a href={withQuery("/", format(having({}, "text", q)))}>All events with these words</a>
        </section>
      )}
    </>
  );
}

function Group({ title, items }: { title: string; items: readonly (readonly [string, string, string])[] }) {
  if (!items.length) return null;
  return (
    <section class="panel">
      <h2>{title}</h2>
      <ul class="found">
        {items.map(([to, name, told]) => (
          <li key={to}>
            <a href={to}>
              <Brief text={name} max={100} />
            </a>{" "}
            <span class="note">{told}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
