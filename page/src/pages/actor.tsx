import type { Actor, Count } from "../api/types";
import { usePages, useResource } from "../api/use";
import { countryName } from "../countries";
import { groupOf } from "../groups";
import { Chips } from "../parts/chips";
import { TypeName } from "../parts/glyph";
import { actorPath, EventList } from "../parts/row";
import { Empty, More, Waiting } from "../parts/states";
import { Brief } from "../parts/words";
import { format, withQuery } from "../state/filters";
import { filters, local, part } from "../state/route";
import { day, number } from "../text/format";
import { ActorCode } from "./actors";

/** One actor: its names and offices, what it does, what is done to it, and with whom. */
export function ActorPage({ name }: { name: string }) {
  const code = local("code");
  const path = withQuery(`/actors/${part(name)}`, format(filters.value, code ? { code } : {}));
  const { data, error } = useResource<Actor>(path);
  const pages = usePages(data?.list ?? null, path, listOf);
  if (!data) return <Waiting error={error} />;
  return (
    <article class="actor-page">
      <h1>
        <Brief text={data.name} max={120} /> <ActorCode actor={data} />
      </h1>
      <Chips />
      <Names actor={data} />
      <div class="columns">
        <ByType title="Does" counts={data.as_actor} />
        <ByType title="Is done to" counts={data.as_recipient} />
        <With actor={data} />
      </div>
      <section class="panel" aria-labelledby="list-title">
        <h2 id="list-title">Events</h2>
        <EventList rows={pages.items} label={`Events of ${data.name}`} />
        <More pages={pages} />
      </section>
    </article>
  );
}

function listOf(actor: Actor) {
  return actor.list;
}

function Names({ actor }: { actor: Actor }) {
  return (
    <section class="panel" aria-labelledby="names-title">
      <h2 id="names-title">Names and offices</h2>
      <dl class="fields">
        <div class="field-row">
          <dt>In the record</dt>
          <dd>
            <NameList names={actor.aliases} />
          </dd>
        </div>
        <div class="field-row">
          <dt>Known as</dt>
          <dd>
            <NameList names={actor.known_as} />
          </dd>
        </div>
        <div class="field-row">
          <dt>Offices</dt>
          <dd>
            {actor.offices.length === 0 && "–"}
            <ul>
              {actor.offices.map((o, i) => (
                <li key={i}>
                  <Brief text={o.office} max={120} />
                  {o.country && `, ${countryName(o.country)}`} <span class="note">{span(o.since, o.until)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function span(since: string | null, until: string | null): string {
  if (!since && !until) return "";
  return `${since ? day(since) : "?"} – ${until ? day(until) : "today"}`;
}

function NameList({ names }: { names: readonly string[] }) {
  if (!names.length) return <>–</>;
  return (
    <ul class="names">
      {names.map((n) => (
        <li key={n}>
          <Brief text={n} />
        </li>
      ))}
    </ul>
  );
}

/** Counts by type as bars, each beside its number. */
function ByType({ title, counts }: { title: string; counts: readonly Count[] }) {
  const most = Math.max(1, ...counts.map((c) => c.events));
  return (
    <section class="panel">
      <h2>{title}</h2>
      {!counts.length && <Empty>Nothing here.</Empty>}
      <ul class="bars">
        {counts.map((c) => (
          <li key={c.value}>
            <TypeName type={String(c.value)} />
            <span class="number">{number(c.events)}</span>
            <svg class="bar" width="100%" height="6" preserveAspectRatio="none" viewBox="0 0 100 6" aria-hidden="true">
              <rect class={`group-${groupOf(String(c.value)).id}`} width={(100 * c.events) / most} height="6" />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}

function With({ actor }: { actor: Actor }) {
  return (
    <section class="panel">
      <h2>With whom</h2>
      {!actor.with.length && <Empty>With nobody.</Empty>}
      {actor.with.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" class="number">
                Did
              </th>
              <th scope="col" class="number">
                Suffered
              </th>
            </tr>
          </thead>
          <tbody>
            {actor.with.map((w) => (
              <tr key={`${w.name} ${w.code}`}>
                <th scope="row">
                  <a href={actorPath(w)}>
                    <Brief text={w.name} max={60} />
                  </a>
                </th>
                <td class="number">{number(w.did)}</td>
                <td class="number">{number(w.suffered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
