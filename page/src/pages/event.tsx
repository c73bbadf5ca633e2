import type { Field, LinkDetail, Row, Telling, Version } from "../api/types";
import { useResource } from "../api/use";
import { TollChart } from "../chart/tolls";
import { TypeName } from "../parts/glyph";
import { Doubt, EventList, wordsPath } from "../parts/row";
import { Waiting } from "../parts/states";
import { Brief, Words } from "../parts/words";
import { part } from "../state/route";
import { verdict, type Verdict } from "../text/agreement";
import { counted, day, when } from "../text/format";

const SHOWN = 6;

/** One real-world event: every version of every field, and who tells it. */
export function EventPage({ link }: { link: string }) {
  const path = `/links/${part(link)}`;
  const { data, error } = useResource<LinkDetail>(path);
  if (!data) return <Waiting error={error} />;
  const { row, reconciled, mentions, rivals } = data;
  const articles = new Map(mentions.map((m) => [m.event, m.article]));
  return (
    <article class="event-page">
      <h1>
        <TypeName type={row.type} mode={row.mode} />
        <span class="subtitle">
          {when(row)}
          {row.place && (
            <>
              {", "}
              <Brief text={row.place} />
            </>
          )}
        </span>
      </h1>
      <p class="facts">
        <span>{counted(reconciled.articles, "article")}</span>
        <span>{counted(reconciled.witnesses, "independent witness", "independent witnesses")}</span>
        {reconciled.first_told && <span>first told {day(reconciled.first_told)}</span>}
        <Doubt row={{ ...row, according_to: [] }} />
      </p>
      <p class="facts">
        <a href={`/event/${part(reconciled.link)}`}>Permanent address</a>
        <a href={`/api${path}`} download={`event-${reconciled.link}.json`}>
          JSON
        </a>
      </p>
      <section class="panel" aria-labelledby="fields-title">
        <h2 id="fields-title">What is told</h2>
        <dl class="fields">
          {reconciled.fields.map((field) => (
            <FieldVersions key={field.name} field={field} articles={articles} />
          ))}
        </dl>
      </section>
      {reconciled.tolls.length > 0 && (
        <section class="panel" aria-labelledby="tolls-title">
          <h2 id="tolls-title">Figures over time</h2>
          <div class="tolls">
            {reconciled.tolls.map((toll) => (
              <TollChart key={toll.kind} toll={toll} />
            ))}
          </div>
        </section>
      )}
      <section class="panel" aria-labelledby="mentions-title">
        <h2 id="mentions-title">Who tells it</h2>
        <ol class="tellings">
          {mentions.map((m) => (
            <Mention key={m.event} mention={m} />
          ))}
        </ol>
      </section>
      {rivals.length > 0 && (
        <section class="panel" aria-labelledby="rivals-title">
          <h2 id="rivals-title">Rival accounts</h2>
          <EventList rows={rivals} label="Rival accounts" />
        </section>
      )}
    </article>
  );
}

const TOLD: Readonly<Record<Verdict, string>> = { alone: "one witness", agreed: "agreed", differs: "differs" };

function FieldVersions({ field, articles }: { field: Field; articles: Map<string, string> }) {
  // that each witness quotes somebody else is no conflict
  const sources = field.name === "who says" ? counted(field.versions.length, "source") : null;
  const found = sources ? "alone" : verdict(field);
  return (
    <div class="field-row">
      <dt>
        {field.name} <span class={`chip ${found}`}>{sources ?? TOLD[found]}</span>
      </dt>
      <dd>
        <ul>
          {field.versions.map((v) => (
            <li key={v.value}>
              <strong>
                <Words text={v.value} max={300} />
              </strong>{" "}
              <Tellers version={v} articles={articles} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** Who tells a version, each article once and a way to its words. */
function Tellers({ version, articles }: { version: Version; articles: Map<string, string> }) {
  const byArticle = new Map(version.tellings.toReversed().map((t) => [articles.get(t.event) ?? t.event, t]));
  const all = [...byArticle].reverse();
  const shown = all.slice(0, SHOWN);
  return (
    <span class="tellers">
      {shown.map(([article, t], i) => (
        <span key={article}>
          {i > 0 && ", "}
          <a href={wordsPath(article, t.event)}>
            <Brief text={teller(t)} max={60} />
          </a>
        </span>
      ))}
      {all.length > shown.length && ` and ${all.length - shown.length} more`}
      {version.witnesses < all.length && ` (${counted(version.witnesses, "witness", "witnesses")})`}
    </span>
  );
}

function teller(t: Telling): string {
  // without an outlet the host of its address, or the name of its file
  const name = t.outlet ?? t.url?.replace(/^https?:\/\/([^/]+).*$|^.*\//, "$1") ?? "an article";
  return t.published ? `${name}, ${day(t.published)}` : name;
}

function Mention({ mention }: { mention: Row & { telling: Telling } }) {
  return (
    <li>
      <p class="facts">
        <a href={wordsPath(mention.article, mention.event)}>
          <Brief text={teller(mention.telling)} max={100} />
        </a>
        <span>
          witness <code>{mention.telling.witness.slice(0, 8)}</code>
        </span>
        <Doubt row={mention} />
      </p>
      {mention.words && (
        <p class="sentence" dir="auto">
          <Words text={mention.words} />
        </p>
      )}
    </li>
  );
}
