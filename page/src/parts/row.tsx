import type { Party, Row } from "../api/types";
import { countryName } from "../countries";
import { part } from "../state/route";
import { counted, figure, when } from "../text/format";
import { TypeName } from "./glyph";
import { Brief, Words } from "./words";

export function eventPath(link: string): string {
  return `/event/${part(link)}`;
}

export function wordsPath(article: string, event: string): string {
  return `/article/${part(article)}?event=${part(event)}`;
}

/** The page of an actor; its code tells it from others of its name. */
export function actorPath({ name, code }: { name: string; code?: string | null }): string {
  return `/actors/${part(name)}${code ? `?code=${part(code)}` : ""}`;
}

/** One real-world event in a list. */
export function EventRow({ row }: { row: Row }) {
  return (
    <li class="event-row">
      <a href={eventPath(row.link)}>
        <TypeName type={row.type} mode={row.mode} />
        <WhoToWhom row={row} />
      </a>
      <p class="facts">
        <span class="when">{when(row)}</span>
        <Where row={row} />
        {row.figures.map((f, i) => (
          <span key={i}>{figure(f)}</span>
        ))}
        <Doubt row={row} />
        <span>{counted(row.witnesses, "witness", "witnesses")}</span>
      </p>
      {row.words && (
        <p class="sentence" dir="auto">
          <Words text={row.words} max={280} />{" "}
          <a class="to-words" href={wordsPath(row.article, row.event)} aria-label={`The words of ${row.type} in the article`}>
            in the article
          </a>
        </p>
      )}
    </li>
  );
}

export function EventList({ rows, label, query }: { rows: readonly Row[]; label: string; query?: string | undefined }) {
  return (
    <ol class="events" aria-label={label} data-query={query}>
      {rows.map((row) => (
        <EventRow key={row.event} row={row} />
      ))}
    </ol>
  );
}

export function WhoToWhom({ row }: { row: Pick<Row, "actors" | "recipients"> }) {
  const { actors, recipients } = row;
  return (
    <span class="who">
      {actors.length ? <Parties parties={actors} /> : <span class="nobody">somebody</span>}
      {recipients.length > 0 && " → "}
      <Parties parties={recipients} />
    </span>
  );
}

function Parties({ parties }: { parties: readonly Party[] }) {
  return (
    <>
      {parties.map((p, i) => (
        <span key={i}>
          {i > 0 && ", "}
          <Brief text={p.name || p.words} />
        </span>
      ))}
    </>
  );
}

function Where({ row }: { row: Row }) {
  if (!row.place && !row.country) return null;
  const country = row.country ? countryName(row.country) : null;
  return (
    <span>
      {row.place && row.place !== country ? <Brief text={row.place} /> : country}
      {row.place && country && row.place !== country && `, ${country}`}
    </span>
  );
}

/** Whatever keeps an event from being a plain fact: its status, doubt, and who says so. */
export function Doubt({ row }: { row: Pick<Row, "status" | "hedged" | "according_to"> }) {
  return (
    <>
      {row.status !== "occurred" && <span class="chip">{row.status}</span>}
      {row.hedged && <span class="chip">hedged</span>}
      {row.according_to.length > 0 && (
        <span>
          {"says "}
          {row.according_to.slice(0, 2).map((a, i) => (
            <span key={i}>
              {i > 0 && ", "}
              <Brief text={a.source ?? "somebody"} max={60} />
            </span>
          ))}
        </span>
      )}
    </>
  );
}
