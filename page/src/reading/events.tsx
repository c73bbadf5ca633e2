import type { DocumentEvent, Reading } from "../api/types";
import { TypeName } from "../parts/glyph";
import { eventPath } from "../parts/row";
import { Brief, Words } from "../parts/words";
import { figure, when } from "../text/format";

interface Props {
  reading: Reading;
  chosen: string | null;
  choose: (event: string) => void;
}

/** The events of an article; the chosen one with all its fields and why they are what they are. */
export function EventChoices({ reading, chosen, choose }: Props) {
  const { events } = reading.document;
  if (!events.length) return <p class="state">No event is told here.</p>;
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    const buttons = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>("button.event-choice")];
    const to = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step];
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.click();
  };
  return (
    <ol class="event-choices" onKeyDown={keys}>
      {events.map((event) => (
        <li key={event.id} class={event.id === chosen ? "chosen" : undefined}>
          <button type="button" class="event-choice" aria-expanded={event.id === chosen} onClick={() => choose(event.id)}>
            <TypeName type={event.event[0] ?? ""} mode={event.mode} />
            <span class="summary">{summary(event)}</span>
          </button>
          {event.id === chosen && <Chosen event={event} why={reading.why[event.id] ?? []} kept={reading.id !== null} />}
        </li>
      ))}
    </ol>
  );
}

function summary(event: DocumentEvent) {
  return (
    <>
      <Brief text={names(event.actor) || "somebody"} max={60} />
      {event.recipient.length > 0 && " → "}
      <Brief text={names(event.recipient)} max={60} />
      {event.date && `, ${when(event)}`}
    </>
  );
}

function names(parties: DocumentEvent["actor"]): string {
  return [...new Set(parties.map((p) => p.identifier_text ?? p.entity_text))].join(", ");
}

function Chosen({ event, why, kept }: { event: DocumentEvent; why: readonly string[]; kept: boolean }) {
  const place = event.event_loc;
  const where = place && [place.resolved_place ?? place.extracted_place, place.country_code].filter(Boolean).join(", ");
  const said = event.attribution.map((a) => `${a.source ? names([a.source]) : "somebody"} (${a.stance})`).join("; ");
  const facts: [string, string | null][] = [
    ["actor", event.actor.map(coded).join("; ")],
    ["recipient", event.recipient.map(coded).join("; ")],
    ["date", event.date ? when(event) : null],
    ["place", where],
    ["figure", event.size.map(figure).join("; ")],
    ["source", said],
    ["status", event.hedged ? `${event.status}, hedged` : event.status],
    ["confidence", event.confidence.toFixed(2)],
  ];
  return (
    <div class="chosen-facts">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>
              <span class={`tag role-${name}`}>{name}</span>
            </dt>
            <dd>{value ? <Words text={value} max={300} /> : "–"}</dd>
          </div>
        ))}
      </dl>
      {why.length > 0 && (
        <details>
          <summary>Why</summary>
          <ul class="why">
            {why.map((line, i) => (
              <li key={i}>
                <Words text={line} max={400} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {kept && event.link && <a href={eventPath(event.link)}>All who tell of this event</a>}
    </div>
  );
}

function coded(party: DocumentEvent["actor"][number]): string {
  const code = [party.code, ...party.sector].filter(Boolean).join(" ");
  const name = party.identifier_text ?? party.entity_text;
  return code ? `${name} [${code}]` : name;
}
