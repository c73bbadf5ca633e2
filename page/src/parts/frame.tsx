import type { ComponentChildren } from "preact";
import { useResource } from "../api/use";
import type { Meta } from "../api/types";
import { format, withQuery } from "../state/filters";
import { said } from "../state/live";
import { address, filters, go } from "../state/route";
import { theme, type Theme } from "../state/theme";
import { counted } from "../text/format";
import { Brief } from "./words";

const PAGES = [
  ["/", "Overview"],
  ["/actors", "Actors"],
  ["/claims", "Claims"],
  ["/read", "Read"],
] as const;

/** What is around every page. */
export function Frame({ children }: { children: ComponentChildren }) {
  const meta = useResource<Meta>("/meta").data;
  const { path } = address.value;
  const kept = format(filters.value);
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <header>
        <a class="brand" href="/">
          dateline
        </a>
        <nav aria-label="Pages">
          {PAGES.filter(([to]) => to !== "/read" || meta?.read !== false).map(([to, title]) => (
            <a key={to} href={to === "/read" ? to : withQuery(to, kept)} aria-current={path === to || (to !== "/" && path.startsWith(`${to}/`)) ? "page" : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <Search />
        <ThemeSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer>
        {meta && (
          <p>
            {meta.record && <Brief text={meta.record} />} · {counted(meta.articles, "article")},{" "}
            {counted(meta.events, "event mention")} · dateline {meta.version}
          </p>
        )}
        <p>Place names: GeoNames, CC BY 4.0. Shapes: Natural Earth, public domain.</p>
      </footer>
      <p class="aside" role="status" aria-live="polite">
        {said}
      </p>
    </>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

/** Asks the overview for words; everything more particular is a filter there. */
function Search() {
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("text");
    if (typeof text === "string" && text.trim()) go(`/search?q=${encodeURIComponent(text.trim())}`);
  };
  return (
    <form role="search" onSubmit={find}>
      <input type="search" name="text" aria-label="Search the record" placeholder="Search" autocomplete="off" />
    </form>
  );
}

function ThemeSwitch() {
  return (
    <label class="theme">
      <span class="aside">Theme</span>
      <select value={theme.value} onChange={(e) => (theme.value = e.currentTarget.value as Theme)}>
        <option value="auto">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
