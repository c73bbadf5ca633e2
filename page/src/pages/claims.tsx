import { useEffect } from "preact/hooks";
import type { Answer, Claim, Page } from "../api/types";
import { usePages, useResource } from "../api/use";
import { Chips } from "../parts/chips";
import { Choose } from "../parts/choose";
import { Debounced } from "../parts/debounced";
import { TypeName } from "../parts/glyph";
import { eventPath, WhoToWhom, wordsPath } from "../parts/row";
import { Empty, Failed, More, Waiting } from "../parts/states";
import { Brief, Words } from "../parts/words";
import { format, having, withQuery } from "../state/filters";
import { say } from "../state/live";
import { filter, filters, local, setLocal } from "../state/route";
import { counted, day, when } from "../text/format";

/** Who says what of whom, and what others say to it. */
export function ClaimsPage() {
  const stances = useResource<{ stances: string[] }>("/codebook").data?.stances ?? [];
  const extra = { ...(local("q") && { q: local("q") }), ...(local("stance") && { stance: local("stance") }) };
  const path = withQuery("/claims", format(filters.value, extra));
  const { data, error, busy } = useResource<Page<Claim>>(path);
  const pages = usePages(data, path);
  useEffect(() => {
    if (data) say(counted(data.total, "claim"));
  }, [data]);
  return (
    <div aria-busy={busy}>
      <h1>Claims</h1>
      <p class="lead">Who says what of whom, and who confirms, disputes or takes it back.</p>
      <div class="controls">
        <Debounced label="Who says it" value={local("q")} onValue={(v) => setLocal("q", v, true)} />
        <Debounced label="Words" value={filters.value.text?.[0] ?? ""} onValue={(v) => filter(having(filters.value, "text", v), true)} />
        <Choose label="Stance" name="stance" choices={[["", "any"], ...stances.map((s) => [s, s] as const)]} />
      </div>
      <Chips />
      {error && <Failed error={error} />}
      {!data && !error && <Waiting error={null} />}
      {data?.total === 0 && <Empty>Nobody claims anything here.</Empty>}
      {data && data.total > 0 && <p class="total">{counted(data.total, "claim")}</p>}
      <ol class="claims" aria-label="Claims">
        {pages.items.map((claim, i) => (
          <ClaimItem key={`${claim.event} ${i}`} claim={claim} />
        ))}
      </ol>
      <More pages={pages} />
    </div>
  );
}

function ClaimItem({ claim }: { claim: Claim }) {
  const { about } = claim;
  return (
    <li class="claim panel">
      <p class="claim-who">
        <strong>
          <Brief text={claim.source ?? "Somebody"} max={100} />
        </strong>
        {claim.source_code && <code class="code">{claim.source_code}</code>}
        <span class={`chip stance-${claim.stance}`}>{claim.stance}</span>
        {claim.cue && (
          <span class="note">
            “<Brief text={claim.cue} max={60} />”
          </span>
        )}
      </p>
      {claim.content && (
        <blockquote dir="auto">
          <Words text={claim.content} max={400} />
        </blockquote>
      )}
      <p class="facts">
        <TypeName type={claim.type} mode={claim.mode} />
        <a href={eventPath(claim.link)}>
          <WhoToWhom row={about} />
        </a>
        <span>{when(about)}</span>
        {claim.outlet && (
          <span>
            <Brief text={claim.outlet} />
            {claim.published && `, ${day(claim.published)}`}
          </span>
        )}
        <a href={wordsPath(claim.article, claim.event)} aria-label={`The words of the claim of ${claim.source ?? "somebody"} in the article`}>
          in the article
        </a>
      </p>
      <Answers answers={claim.answers} />
    </li>
  );
}

/** What others say to a claim, by what that does to it. */
function Answers({ answers }: { answers: readonly Answer[] }) {
  if (!answers.length) return null;
  const relations = [...new Set(answers.map((a) => a.relation))];
  return (
    <ul class="answers">
      {relations.map((relation) => (
        <li key={relation} class={`answer-${relation.replaceAll(" ", "-")}`}>
          <span class="chip">{relation}</span>
          {answers
            .filter((a) => a.relation === relation)
            .map((a, i) => (
              <a key={i} href={eventPath(a.event)}>
                <Brief text={a.source ?? "somebody"} /> ({a.stance})
              </a>
            ))}
        </li>
      ))}
    </ul>
  );
}
