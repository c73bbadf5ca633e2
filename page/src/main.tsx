import { render } from "preact";
import { useEffect } from "preact/hooks";
import { Frame } from "./parts/frame";
import { NotFound } from "./parts/states";
import { ActorPage } from "./pages/actor";
import { ActorsPage } from "./pages/actors";
import { ArticlePage } from "./pages/article";
import { ClaimsPage } from "./pages/claims";
import { EventPage } from "./pages/event";
import { OverviewPage } from "./pages/overview";
import { ReadPage } from "./pages/read";
import { SearchPage } from "./pages/search";
import { address, followLinks } from "./state/route";
import "./state/theme";
import "./styles/base.css";
import "./styles/charts.css";
import "./styles/layout.css";
import "./styles/parts.css";
import "./styles/reading.css";

const TITLES: Readonly<Record<string, string>> = {
  "": "Overview",
  event: "Event",
  article: "Article",
  actors: "Actors",
  claims: "Claims",
  read: "Read",
  search: "Search",
};

function Route() {
  const [kind = "", name, ...more] = address.value.path.slice(1).split("/");
  useEffect(() => {
    document.title = `${TITLES[kind] ?? "Not found"} · dateline`;
  }, [kind]);
  if (more.length) return <NotFound />;
  return page(kind, name === undefined ? undefined : decoded(name)) ?? <NotFound />;
}

function page(kind: string, name: string | undefined) {
  if (name) {
    // a page of its own for each: nothing of one is shown while the next is on its way
    if (kind === "event") return <EventPage key={name} link={name} />;
    if (kind === "article") return <ArticlePage key={name} id={name} />;
    return kind === "actors" ? <ActorPage key={name} name={name} /> : null;
  }
  if (kind === "") return <OverviewPage />;
  if (kind === "actors") return <ActorsPage />;
  if (kind === "claims") return <ClaimsPage />;
  if (kind === "read") return <ReadPage />;
  return kind === "search" ? <SearchPage /> : null;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

document.addEventListener("click", followLinks);
const root = document.getElementById("page");
if (root) {
  render(
    <Frame>
      <Route />
    </Frame>,
    root,
  );
}
