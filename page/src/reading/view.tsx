import { useCallback, useMemo } from "preact/hooks";
import type { Reading } from "../api/types";
import { Empty } from "../parts/states";
import { Legend } from "../parts/glyph";
import { Words } from "../parts/words";
import { counted } from "../text/format";
import { EventChoices } from "./events";
import { roles, standing } from "./layout";
import { ArticleText } from "./text";

interface Props {
  reading: Reading;
  chosen: string | null;
  choose: (event: string | null) => void;
}

/** An article beside its events; the words of the chosen one light up with what they are. */
export function ReadingView({ reading, chosen, choose }: Props) {
  const { text, events } = reading.document;
  const { spans, units } = useMemo(() => standing(reading), [reading]);
  const lit = useMemo(() => (chosen ? roles(reading.marks[chosen] ?? [], units) : []), [reading, chosen, units]);
  const toggle = useCallback((event: string) => choose(event === chosen ? null : event), [choose, chosen]);
  return (
    <>
      {reading.notes.map((note) => (
        <p key={note} class="note">
          <Words text={note} />
        </p>
      ))}
      <div class="reading">
        <section aria-labelledby="text-title">
          <h2 id="text-title">Text</h2>
          <Legend />
          {text ? (
            <ArticleText text={text} spans={spans} roles={lit} choose={choose} />
          ) : (
            <Empty>The text of this article is not kept.</Empty>
          )}
        </section>
        <section class="beside" aria-labelledby="events-title">
          <h2 id="events-title">{counted(events.length, "event")}</h2>
          <EventChoices reading={reading} chosen={chosen} choose={toggle} />
        </section>
      </div>
    </>
  );
}
