import { useCallback } from "preact/hooks";
import type { Reading } from "../api/types";
import { useResource } from "../api/use";
import { Waiting } from "../parts/states";
import { Brief } from "../parts/words";
import { ReadingView } from "../reading/view";
import { address, go, part } from "../state/route";
import { day } from "../text/format";

/** An article of the record, its chosen event in the address. */
export function ArticlePage({ id }: { id: string }) {
  const { data, error } = useResource<Reading>(`/articles/${part(id)}`);
  const chosen = new URLSearchParams(address.value.query).get("event");
  const choose = useCallback(
    (event: string | null) => go(`/article/${part(id)}${event ? `?event=${part(event)}` : ""}`, true),
    [id],
  );
  if (!data) return <Waiting error={error} />;
  return (
    <article>
      <Cite reading={data} />
      <ReadingView reading={data} chosen={chosen} choose={choose} />
    </article>
  );
}

export function Cite({ reading }: { reading: Reading }) {
  const { title, publication, date, url } = reading.document.cite_info;
  return (
    <>
      <h1>
        <Brief text={title || "Untitled article"} max={200} />
      </h1>
      <p class="facts">
        {publication && (
          <span>
            <Brief text={publication} max={100} />
          </span>
        )}
        <span>{date ? day(date) : "publication day unknown"}</span>
        {url && <Source url={url} />}
      </p>
    </>
  );
}

/** Where the article came from; only a web address is a link, and opening it is the reader's own choice. */
function Source({ url }: { url: string }) {
  const shown = <Brief text={url} max={120} />;
  if (!/^https?:\/\//i.test(url)) return <span>{shown}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {shown} <span aria-hidden="true">↗</span>
      <span class="aside">(opens the outside page)</span>
    </a>
  );
}
