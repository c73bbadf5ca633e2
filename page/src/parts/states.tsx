import type { ComponentChildren } from "preact";
import { Refused } from "../api/fetch";
import type { Paged } from "../api/use";
import { number } from "../text/format";
import { Words } from "./words";

export function Loading() {
  return <p class="state">Loading …</p>;
}

export function Failed({ error }: { error: Error }) {
  const details = error instanceof Refused ? error.details : [];
  return (
    <div class="state failed" role="alert">
      <p>
        <strong>That did not work.</strong> <Words text={error.message} />
      </p>
      {details.length > 0 && (
        <ul>
          {details.map((d) => (
            <li key={d}>
              <Words text={d} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="state">{children}</p>;
}

export function NotFound() {
  return (
    <>
      <h1>Not found</h1>
      <p class="state">
        The record has nothing at this address. Go to the <a href="/">overview</a>.
      </p>
    </>
  );
}

/** What a view that hangs on one answer shows while it is not there. */
export function Waiting({ error }: { error: Error | null }) {
  if (!error) return <Loading />;
  return error instanceof Refused && error.status === 404 ? <NotFound /> : <Failed error={error} />;
}

export function More<T>({ pages }: { pages: Paged<T> }) {
  return (
    <>
      {pages.error && <Failed error={pages.error} />}
      {pages.more && (
        <button type="button" class="more" disabled={pages.busy} onClick={pages.more}>
          {pages.busy ? "Loading …" : `Show more (${number(pages.items.length)} of ${number(pages.total)})`}
        </button>
      )}
    </>
  );
}
