import { useEffect } from "preact/hooks";
import type { ActorCount, Dyad, Dyads, Page, Unit } from "../api/types";
import { usePages, useResource } from "../api/use";
import { Matrix, scaled, tone } from "../chart/matrix";
import { Spark } from "../chart/sparks";
import { sum } from "../chart/stack";
import { countryName } from "../countries";
import { Chips } from "../parts/chips";
import { Choose } from "../parts/choose";
import { Debounced } from "../parts/debounced";
import { Empty, Failed, More, Waiting } from "../parts/states";
import { Legend } from "../parts/glyph";
import { actorPath } from "../parts/row";
import { Brief } from "../parts/words";
import { format, having, withQuery } from "../state/filters";
import { say } from "../state/live";
import { filters, go, local, part, setLocal } from "../state/route";
import { counted, number } from "../text/format";

/** Who does what to whom. */
export function ActorsPage() {
  const by = local("by", "country");
  const unit = local("unit", "month") as Unit;
  const query = format(filters.value, { by, unit });
  const { data, error, busy } = useResource<Dyads>(withQuery("/dyads", query));
  useEffect(() => {
    if (data) say(counted(data.dyads.length, "dyad"));
  }, [data]);
  return (
    <div aria-busy={busy}>
      <h1>Actors</h1>
      <p class="lead">Who does what to whom, under the filters of the overview.</p>
      <div class="controls">
        <Choose label="Between" name="by" choices={[["country", "countries"], ["actor", "actors"]]} />
        <Choose label="Over time by" name="unit" choices={[["month", "month"], ["year", "year"]]} />
      </div>
      <Chips />
      {error && <Failed error={error} />}
      {data ? <DyadViews data={data} by={by} unit={unit} /> : !error && <Waiting error={null} />}
      <ActorList />
    </div>
  );
}

function DyadViews({ data, by, unit }: { data: Dyads; by: string; unit: Unit }) {
  if (!data.dyads.length) return <Empty>No event here has both an actor and a recipient.</Empty>;
  const name = by === "country" ? countryName : (actor: string) => actor;
  return (
    <div class="dyad-views">
      <Matrix dyads={data.dyads} name={name} choose={(dyad) => go(dyadPath(dyad, by))} />
      <DyadList data={data} by={by} unit={unit} name={name} />
    </div>
  );
}

/** The overview of what one does to the other. */
function dyadPath({ actor, recipient }: Pick<Dyad, "actor" | "recipient">, by: string): string {
  const both =
    by === "country"
      ? having(filters.value, "dyad", `${actor},${recipient}`)
      : having(having(filters.value, "actor", actor), "recipient", recipient);
  return withQuery("/", format(both));
}

interface ListProps {
  data: Dyads;
  by: string;
  unit: Unit;
  name: (actor: string) => string;
}

function DyadList({ data, by, unit, name }: ListProps) {
  const span = data.over_time.flatMap((d) => d.buckets).sort((a, b) => (a.start < b.start ? -1 : 1));
  const most = Math.max(1, ...span.map((b) => sum(b.types)));
  const buckets = (d: Dyad) => data.over_time.find((o) => o.actor === d.actor && o.recipient === d.recipient)?.buckets;
  return (
    <section class="panel" aria-labelledby="dyads-title">
      <h2 id="dyads-title">Over time</h2>
      <Legend />
      <div class="wide" tabIndex={0} role="region" aria-label="Dyads over time">
        <table class="dyads">
          <thead>
            <tr>
              <th scope="col">Who to whom</th>
              <th scope="col" class="number">
                Events
              </th>
              <th scope="col" class="number">
                Scale
              </th>
              <th scope="col">By {unit}</th>
            </tr>
          </thead>
          <tbody>
            {data.dyads.slice(0, 40).map((d) => (
              <tr key={`${d.actor} ${d.recipient}`}>
                <th scope="row">
                  <a href={dyadPath(d, by)}>
                    <Brief text={name(d.actor)} max={60} /> → <Brief text={name(d.recipient)} max={60} />
                  </a>
                </th>
                <td class="number">{number(d.events)}</td>
                <td class="number">
                  <span class={`swatch tone-${tone(d.scale)}`} /> {scaled(d.scale)}
                </td>
                <td>{buckets(d) && <Spark buckets={buckets(d) ?? []} span={span} most={most} unit={unit} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ActorList() {
  const q = local("q");
  const path = `/actors?sort=events${q ? `&q=${part(q)}` : ""}`;
  const { data, error } = useResource<Page<ActorCount>>(path);
  const pages = usePages(data, path);
  return (
    <section class="panel" aria-labelledby="actors-title">
      <h2 id="actors-title">All actors</h2>
      <Debounced label="Find an actor" value={q} onValue={(v) => setLocal("q", v, true)} />
      {error && <Failed error={error} />}
      {data?.total === 0 && <Empty>No actor of that name.</Empty>}
      <ul class="actor-list">
        {pages.items.map((a) => (
          <li key={`${a.name} ${a.code}`}>
            <a href={actorPath(a)}>
              <Brief text={a.name} />
            </a>{" "}
            <ActorCode actor={a} />
            <span class="note">
              {counted(a.events, "event")}, {number(a.as_actor)} as actor, {number(a.as_recipient)} as recipient
            </span>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </section>
  );
}

export function ActorCode({ actor }: { actor: { code: string | null; sector: readonly string[] } }) {
  const code = [actor.code, ...actor.sector].filter(Boolean).join(" ");
  return code ? <code class="code">{code}</code> : null;
}
